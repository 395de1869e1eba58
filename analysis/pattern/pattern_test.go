package pattern_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A pattern that can't be compiled would be known only where it is used: all
// that stand in a variable of the module are compiled here.
func TestPatternsCompile(t *testing.T) {
	var compiled int
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		constants := map[string]ast.Expr{}
		for _, decl := range file.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				v, ok := spec.(*ast.ValueSpec)
				if !ok {
					continue
				}
				for i, value := range v.Values {
					if g.Tok == token.CONST {
						constants[v.Names[i].Name] = value
					} else if call, ok := value.(*ast.CallExpr); ok && isNew(call.Fun) {
						compiled++
						expression, ok := text(call.Args[0], constants)
						if !ok {
							t.Errorf("%s: %s is made of what this test can't read", path, v.Names[i].Name)
						} else if _, err := regexp.Compile(expression); err != nil {
							t.Errorf("%s: %s: %v", path, v.Names[i].Name, err)
						}
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if compiled < 50 {
		t.Errorf("%d patterns were found, expected all of the module's", compiled)
	}
}

// isNew tells pattern.New.
func isNew(fun ast.Expr) bool {
	s, ok := fun.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != "New" {
		return false
	}
	pkg, ok := s.X.(*ast.Ident)
	return ok && pkg.Name == "pattern"
}

// text is what an expression of literals and the file's constants says.
func text(e ast.Expr, constants map[string]ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return constant.StringVal(constant.MakeFromLiteral(e.Value, e.Kind, 0)), e.Kind == token.STRING
	case *ast.Ident:
		value, ok := constants[e.Name]
		if !ok {
			return "", false
		}
		return text(value, constants)
	case *ast.BinaryExpr:
		left, ok := text(e.X, constants)
		right, also := text(e.Y, constants)
		return left + right, ok && also && e.Op == token.ADD
	}
	return "", false
}
