package template

import "testing"

// Every built-in template has a name for what it is, reads back what it writes,
// and has the German words at the place of the English ones they translate.
func TestBuiltin(t *testing.T) {
	for _, name := range Names() {
		tmpl := Named(name)
		if tmpl.Name != name {
			t.Errorf("%q calls itself %q", name, tmpl.Name)
		}
		for _, p := range tmpl.Parts {
			found := false
			for _, m := range tmpl.Lookup(p.Name) {
				found = found || m.Key == p.Key && m.Class == p.Class
			}
			if !found || p.Hint == "" || p.Class != Container && p.Body == "" {
				t.Errorf("%s: %q is not known, or says nothing", name, p.Name)
			}
		}
		for _, f := range tmpl.Fields {
			if got := tmpl.FieldNamed(f.Name); got == nil || got.Key != f.Key {
				t.Errorf("%s: the field %q is not known", name, f.Name)
			}
		}
	}
	for i, p := range germanParts {
		if p.Key != defaultParts[i].Key {
			t.Errorf("%q stands in the place of %q", p.Name, defaultParts[i].Name)
		}
	}
	for i, f := range germanFields {
		if f.Key != defaultFields[i].Key {
			t.Errorf("%q stands in the place of %q", f.Name, defaultFields[i].Name)
		}
	}
	if Named("french") != nil {
		t.Error("there is a template nobody made")
	}
}
