import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import ts from 'typescript-eslint'

export default defineConfig(
  { ignores: ['dist/', 'bin/', 'node_modules/'] },
  js.configs.recommended,
  { files: ['**/*.ts'], extends: [ts.configs.recommended], rules: { '@typescript-eslint/no-explicit-any': 'error' } },
  { files: ['scripts/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  { files: ['test/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', fetch: 'readonly', setTimeout: 'readonly', document: 'readonly', NodeFilter: 'readonly', getComputedStyle: 'readonly' } } },
  { files: ['test/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { process: 'readonly', setTimeout: 'readonly' } } },
)
