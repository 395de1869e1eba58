package template

// builtin are the templates that a workspace can name.
var builtin = []struct {
	name string
	make func() *Template
}{
	{"default", Default},
	{"light", light},
	{"german", german},
}

// Names are the names of the built-in templates.
func Names() []string {
	names := make([]string, len(builtin))
	for i, b := range builtin {
		names[i] = b.name
	}
	return names
}

// Named is the built-in template of that name, nil where there is none.
func Named(name string) *Template {
	for _, b := range builtin {
		if b.name == name {
			return b.make()
		}
	}
	return nil
}
