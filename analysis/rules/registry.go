package rules

import "sync"

var registry []*Rule

// init fills the registry; a variable's initialiser could not, since rules
// about rule names look themselves up in it.
func init() {
	registry = []*Rule{
		// structure
		missingTitle,
		missingField,
		missingSection,
		missingStarField,
		emptySection,
		placeholderText,
		duplicateSection,
		sectionOrder,
		misspelledHeading,
		headingLevel,
		malformedCheckbox,
		tableColumns,
		missingEvidence,
		// metadata
		invalidID,
		duplicateID,
		filenameID,
		invalidDate,
		futureDate,
		dateOrder,
		unknownRole,
		roleFolder,
		rolePeriod,
		unknownCategory,
		// result
		unquantifiedResult,
		unquantifiedStatement,
		percentageMismatch,
		directionMismatch,
		unitMismatch,
		unsupportedClaim,
		vagueQuantifier,
		missingBaseline,
		effortOnly,
		// wording
		weakVerb,
		teamPronoun,
		longSummary,
		passiveVoice,
		unsupportedSkill,
		confidentialTerm,
		// reference
		unknownAchievement,
		unknownReview,
		brokenLink,
		reviewClaim,
		reviewLink,
		reviewPeriod,
		uncitedAchievement,
		similarPerson,
		personRole,
		// tags
		invalidTag,
		duplicateTag,
		missingRequiredTag,
		periodTag,
		similarTag,
		// suppression
		unknownRule,
		invalidConfiguration,
		unusedSuppression,
	}
}

// All gives every rule, in the order of the documentation. The caller does not
// change the slice.
func All() []*Rule { return registry }

var byName = sync.OnceValue(func() map[string]*Rule {
	m := make(map[string]*Rule, len(registry))
	for _, r := range registry {
		m[r.Name] = r
	}
	return m
})

// Lookup gives the rule of that name, nil where there is none.
func Lookup(name string) *Rule { return byName()[name] }
