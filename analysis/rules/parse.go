package rules

import (
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
)

// Parse reads a file of a workspace: what kind of document it is follows from
// the configuration where that says so, else from its path and content.
func Parse(c *config.Config, path, src string) *document.Document {
	switch c.Place(path) {
	case config.ExcludedPlace:
		return document.ParseAs(document.Excluded, path, src, c.Template)
	case config.AchievementPlace:
		return document.ParseAs(document.Achievement, path, src, c.Template)
	case config.ReviewPlace:
		return document.ParseAs(document.Review, path, src, c.Template)
	case config.RolePlace:
		return document.ParseAs(document.Role, path, src, c.Template)
	case config.PeoplePlace:
		return document.ParseAs(document.People, path, src, c.Template)
	}
	return document.Parse(path, src, c.Template)
}
