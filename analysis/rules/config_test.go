package rules_test

import (
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules"
)

const configFile = ".achievements.yaml"

func checkConfig(src string) []*rules.Finding {
	_, problems := config.Parse(src)
	return rules.CheckConfig(problems)
}
