package quantity

var germanWords = []meaning{
	{roleArticle, 1, 0, "ein eine einen einem einer"},
	{roleMagnitude, 12, 0, "dutzend"}, {roleMagnitude, 100, 0, "hundert"}, {roleMagnitude, 1e3, 0, "tausend"},
	{roleMagnitude, 1e6, 0, "million millionen"}, {roleMagnitude, 1e9, 0, "milliarde milliarden"}, {roleMagnitude, 1e12, 0, "billion_euro"},
	{roleVague, 12, 0, "dutzende dutzenden"}, {roleVague, 100, 0, "hunderte hunderten"}, {roleVague, 1e3, 0, "tausende tausenden"}, {roleVague, 1e6, 0, "millionen_von"},
	{roleSome, 0, 0, "mehrere einige"},
	{roleFraction, 0.5, 0, "hälfte halbe halben halbes halber"}, {roleFraction, 1.0 / 3, 0, "drittel"}, {roleFraction, 0.25, 0, "viertel"}, {roleFraction, 0.2, 0, "fünftel"}, {roleFraction, 0.1, 0, "zehntel"},
	{roleFraction | rolePer, 0.5, 0, "jeder_zweite jede_zweite jedes_zweite jeden_zweiten"}, {roleFraction | rolePer, 1.0 / 3, 0, "jeder_dritte jede_dritte jedes_dritte jeden_dritten"},
	{roleFraction | rolePer, 0.25, 0, "jeder_vierte jede_vierte jedes_vierte jeden_vierten"}, {roleFraction | rolePer, 0.2, 0, "jeder_fünfte jede_fünfte jedes_fünfte jeden_fünften"}, {roleFraction | rolePer, 0.1, 0, "jeder_zehnte jede_zehnte jedes_zehnte"},
	{roleFactor | roleUp, 2, 0, "verdoppelt verdoppelte verdoppelten verdoppelung verdopplung verdoppeln doppelt zweimal_so zweifach"},
	{roleFactor | roleUp, 3, 0, "verdreifacht dreimal_so verdreifachte verdreifachten verdreifachung dreifach dreifache dreifacher dreifaches dreifachen"},
	{roleFactor | roleUp, 4, 0, "vervierfacht viermal_so vervierfachte vierfach vierfache vierfacher vierfaches vierfachen"},
	{roleFactor | roleUp, 5, 0, "verfünffacht fünfmal_so fünffach fünffache fünffacher fünffaches fünffachen"}, {roleFactor | roleUp, 10, 0, "verzehnfacht zehnmal_so zehnfach zehnfache zehnfacher zehnfaches zehnfachen"},
	{roleFactor | roleUp, 6, 0, "versechsfacht versechsfachte"}, {roleFactor | roleUp, 7, 0, "versiebenfacht versiebenfachte"}, {roleFactor | roleUp, 8, 0, "verachtfacht verachtfachte"},
	{roleFactor | roleDown, 3, 0, "gedrittelt"}, {roleFactor | roleDown, 4, 0, "geviertelt"},
	{roleFactor | roleDown, 2, 0, "halb_so halbiert halbierte halbierten halbierung halbieren"},
	{roleTimes, 0, times, "mal fach faches fache"},
	{roleUnit | rolePlural, 0, second, "sekunden"}, {roleUnit, 0, second, "sekunde sek"},
	{roleUnit | rolePlural, 0, minute, "minuten"}, {roleUnit, 0, minute, "minute"},
	{roleUnit | rolePlural, 0, hour, "stunden"}, {roleSuffix | rolePeople, 0, 0, "köpfig köpfige köpfigen köpfiges köpfiger"},
	{roleUnit, 0, hour, "stunde std arbeitsstunden personenstunden stündig stündige stündigen stündiger stündiges"},
	{roleUnit, 0, day, "tägig tägige tägigen tägiger tägiges"}, {roleUnit, 0, week, "wöchig wöchige wöchigen wöchiger"}, {roleUnit, 0, month, "monatig monatige monatigen monatiger"}, {roleUnit, 0, year, "jährig jährige jährigen jähriger jähriges"},
	{roleUnit | rolePlural, 0, day, "tage tagen"}, {roleUnit, 0, day, "tag arbeitstage arbeitstagen werktage werktagen personentage kalendertage kalendertagen"},
	{roleUnit | rolePlural, 0, week, "wochen"}, {roleUnit, 0, week, "woche "},
	{roleUnit | rolePlural, 0, month, "monate monaten"}, {roleUnit, 0, month, "monat"},
	{roleUnit, 0, quarter, "quartale quartalen quartal"},
	{roleUnit | rolePlural, 0, year, "jahre jahren"}, {roleUnit, 0, year, "jahr jahres"},
	{roleUnit, 0, scorePoint, "punkte punkten"}, {roleUnit, 0, star, "sterne sternen"},
	{roleUnit, 0, squareMetre, "quadratmeter"}, {roleUnit, 0, franc, "franken"}, {roleUnit, 0, kilometre, "kilometern"},
	{roleEvery, 0, year, "jährlich"}, {roleEvery, 0, month, "monatlich"}, {roleEvery, 0, week, "wöchentlich"}, {roleEvery, 0, day, "täglich"},
	{roleOften, 0, 0, "jährlich jährlichen monatlich monatlichen wöchentlich wöchentlichen täglich täglichen quartalsweise stündlich"},
	{rolePercent, 0, percent, "prozent"}, {rolePoint, 0, point, "prozentpunkte prozentpunkten prozentpunkt"},
	{rolePer, 0, 0, "pro je"},
	{roleAbout, 0, 0, "etwa rund ungefähr circa zirka ca knapp fast nahezu beinahe annähernd schätzungsweise"},
	{roleAtLeast, 0, 0, "über mehr_als mindestens gut wenigstens"},
	{roleAtMost, 0, 0, "unter bis_zu weniger_als höchstens maximal bis_auf innerhalb_von"},
	{roleMore, 0, 0, "oder_mehr"},
	{roleUp, 0, 0, `gesteigert steigern steigerung steigerte erhöht erhöhte erhöhung erhöhen gestiegen stieg anstieg gewachsen wuchs wachstum ausgebaut zuwachs mehr höher höhere verlängert gehoben zunahme plus steigend vergrößert ausgeweitet`},
	{roleDown, 0, 0, `reduziert reduzierte reduzierung reduzieren reduktion gesenkt senkte senken senkung verringert verringerte verringerung verringern verkürzt verkürzte verkürzung verkürzen gesunken sank rückgang
		gekürzt weniger niedriger geringer minimiert einsparung eingespart einsparen eingespart gefallen fiel abgebaut abnahme minus vermindert kürzer herabgesetzt zurückgegangen`},
	{roleLess, 0, 0, "weniger geringer niedriger reduktion"},
	{roleSpeed, 0, 0, "schneller beschleunigt beschleunigung beschleunigte beschleunigen durchsatz leistung produktivität effizienz geschwindigkeit performance"},
	{roleBetter, 0, 0, "verbessert verbesserte verbesserung verbessern optimiert optimierung besser veränderung entwickelt"},
	{roleSaved, 0, 0, "gespart eingespart einsparung schneller früher verkürzt reduziert gesenkt senkung reduzierung verkürzung durchlaufzeit antwortzeit ladezeit wartezeit verringert vorzeitig bearbeitungszeit ausfallzeit durchschnittlich beschleunigt halbiert freigeschaufelt freigemacht freigespielt freigesetzt zurückgewonnen entlastet erspart ersparte ersparen spart sparen spare sparte sparten amortisiert amortisierte amortisation"},
	{roleFrom, 0, 0, "von"}, {roleTo, 0, 0, "auf bis zu auf_rund auf_etwa auf_unter auf_über auf_nur auf_ca"},
	{roleVersus, 0, 0, "gegenüber statt verglichen_mit im_vergleich_zu anstelle_von anstatt"},
	{roleWas, 0, 0, "vorher zuvor früher bisher vormals ursprünglich war"},
	{roleThan, 0, 0, "als"},
	{roleFiller, 0, 0, "nur noch der die das jetzt nunmehr das_entspricht entspricht also einer eine ein"},
	{roleStop, 0, 0, `und der die das dem den des um von auf für mit bei durch im in zur zum aus nach vor an am ist sind war waren wurde wurden pro je sowie oder als wie bis ohne gegen über unter während
		gesteigert gesenkt reduziert erhöht geführt betreut gewonnen verbessert verkürzt eingeführt geschult umgesetzt entwickelt erstellt innerhalb pro jährlich monatlich beim vom`},
	{roleClause, 0, 0, "und während durch indem wobei sowie ohne mit obwohl sodass"},
	{roleTarget, 0, 0, "ziel ziels zielwert vorgabe soll sollwert plan budget grenzwert branchenschnitt branchendurchschnitt durchschnitt zielvorgabe"},
	{roleLabel, 0, 0, "kategorie gesetz richtlinie verordnung abteilung gebäude haus schritt stufe phase kapitel abschnitt seite station stock etage raum halle klasse jahrgang nummer teil artikel paragraf paragraph ebene niveau kw gleis tor linie abbildung tabelle anlage gruppe band lehrjahr semester schicht zimmer saal bahnsteig"},
	{roleVersioned, 0, 0, "aktualisiert migriert umgestellt aktualisierung umstellung upgrade"},
	{roleMonth, 0, 0, "januar februar märz april mai juni juli august september oktober november dezember dez okt"},
	{roleNot, 0, 0, "kein keine keinen keinerlei null niemand nichts"},
	{roleNegated, 0, 0, "ohne nicht vermieden verhindert"},
	{roleTrouble, 0, 0, `ausfälle ausfall ausfälle ausfallzeiten ausfallzeit vorfälle vorfall störungen störung fehler beschwerden beschwerde reklamationen reklamation unfälle unfall arbeitsunfälle mängel mangel datenverlust datenverluste
		verzögerungen verzögerung beanstandungen beanstandung abweichungen abweichung unterbrechungen unterbrechung rückfragen zwischenfälle kündigungen fluktuation verluste rückläufer sicherheitsvorfälle komplikationen stürze eskalationen verstöße überstunden panne pannen schaden schäden verletzung verletzungen verspätung verspätungen abbrüche diebstähle krankheitstag krankheitstage fehltag fehltage klagen mahnungen nacharbeit nacharbeiten schulden`},
	{rolePeople, 0, 0, `mitarbeiter mitarbeitende mitarbeitenden mitarbeitern mitarbeiterinnen entwickler entwicklern entwicklerinnen personen leute kollegen kolleginnen auszubildende auszubildenden azubis praktikanten teammitglieder fachkräfte pflegekräfte ingenieure
		köpfen köpfe führungskräfte lehrkräfte ehrenamtliche ehrenamtlichen teilnehmer teilnehmern teilnehmende teilnehmenden werkstudenten beschäftigte`},
	{roleMade, 0, 0, "artikel vorträge workshops schulungen berichte handbücher projekte projekten präsentationen dokumente konzepte seminare kurse beiträge veröffentlichungen veranstaltungen kampagnen module seiten skripte filme zeichnungen prototypen zertifikate audits"},
	{roleReach, 0, 0, `kunden kundinnen nutzer nutzern nutzerinnen anwender anwendern benutzer besucher besuchern gäste gästen patienten patientinnen schüler schülern schülerinnen studierende studierenden filialen standorte standorten länder ländern abteilungen
		anfragen bestellungen aufträge systeme systemen anwendungen server maschinen fahrzeuge schulen haushalte tickets verträge geräte geräten teams wohnungen bewohner kinder familien unternehmen mandanten dienste lieferanten transaktionen`},
	{roleMaker, 0, 0, "verfasst geschrieben veröffentlicht erstellt gehalten durchgeführt organisiert entwickelt geleitet gestaltet konzipiert moderiert"},
	{roleHead, 0, 0, "geführt führung leitung betreut ausgebildet angeleitet eingearbeitet team teams fachliche disziplinarische"},
	{roleSalary, 0, 0, "bruttogehalt gehaltsvorstellung"},
	{roleWorked, 0, 0, "erfahrung berufserfahrung gearbeitet tätig tätigkeit berufsjahre"},
	{roleYear, 0, 0, "seit im jahr ab bis ende anfang mitte"},
	{roleRank, 0, 0, "platz rang"},
	{roleOpen, 0, 0, "würde könnte"},
}

// germanNumbers are the number words to 99, written as one word each.
func germanNumbers() []meaning {
	units := []string{"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
		"dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"}
	tens := []string{"zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"}
	var all []meaning
	for n, word := range units[2:] {
		all = append(all, meaning{roleNumber, float64(n + 2), 0, word})
	}
	for t, ten := range tens {
		value := float64(20 + 10*t)
		all = append(all, meaning{roleNumber, value, 0, ten})
		for n := 1; n <= 9; n++ {
			unit := units[n]
			if n == 1 {
				unit = "ein"
			}
			all = append(all, meaning{roleNumber, value + float64(n), 0, unit + "und" + ten})
		}
	}
	return append(all, meaning{roleNumber, 0, 0, "null"}, meaning{roleNumber, 2, 0, "zweier"}, meaning{roleNumber, 3, 0, "dreier"}, meaning{roleNumber, 200, 0, "zweihundert"}, meaning{roleNumber, 300, 0, "dreihundert"},
		meaning{roleNumber, 500, 0, "fünfhundert"}, meaning{roleNumber, 1000, 0, "eintausend"}, meaning{roleNumber, 2000, 0, "zweitausend"})
}
