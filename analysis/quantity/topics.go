package quantity

import "strings"

// topic is what a word says about the statement it stands in, beside what its
// roles make of the figure next to it.
type topic uint32

const (
	topicHarm      topic = 1 << iota // fell, injured: "nobody fell" is zero
	topicAttained                    // passed, graduated: people who did are an outcome
	topicAll                         // all, every one of: what follows is complete
	topicThat                        // that, das: takes up what the sentence before said
	topicIs                          // is, entspricht: after it
	topicNone                        // none, nobody, niemand
	topicTakes                       // takes, dauert: a time with it is measured
	topicServed                      // sold, served, trained: what was is reached, not made
	topicTool                        // operated, drove: what follows is a tool's size
	topicBefore                      // before, vor
	topicDue                         // deadline, Termin
	topicMark                        // rating, grade: the letters after it are marks
	topicWithout                     // without, ohne
	topicSub                         // sub: sub-second
	topicSince                       // since, during: none of something then is zero
	topicNever                       // never, nie
	topicAnswer                      // returned, responded: a status code after it is none of a change
	topicAgo                         // ago, last: a value with it is the earlier one
	topicNotOne                      // ni un solo: whatever follows, there was none of it
	topicIdiom                       // two and two: a figure of speech, whose numbers count nothing
	topicInspected                   // inspection, audit: what it gives is no mark at school
	topicSpared                      // unfallfrei: without what it names
	topicGives                       // gave, won, got: the time that comes back with it is saved
	topicRanked                      // first, zweiter: a place in a ranking
	topicOnly                        // only, nur: what was more than hoped for is few
	topicRatio                       // return, leverage: what is 6:1 with it is no time
	topicGathered                    // herd, fleet: of so many
	topicFound                       // found, detected: what there was none of to find is zero
	topicWholly                      // remote, committed: what is 100 % so says nothing
)

// topics are the words of each topic, in all languages.
var topics = []struct {
	topic topic
	words string
}{
	{topicHarm, `fell fall falls injured injury hurt harmed died dropped left quit resigned complained complaint failed missed lost declined cancelled canceled withdrew relapsed infected
		affected absent delayed late overdue escalated reported readmitted damaged broken rejected returned refused ill sick excluded expelled delinquent churned defaulted turned_away left_behind locked_out written_off sent_back called_off laid_off forgotten dismissed evicted fired suspended detained stranded stolen leaked
		corrupted wasted spoiled spoilt overwritten misplaced mislaid missing unpaid unanswered stuck bounced capsized sank sunk crashed collapsed burst broke cracked expired lapsed slipped stalled jammed tripped
		verletzt verletzte gestürzt stürzte starb gestorben verloren abgebrochen ausgefallen gekündigt kündigte beschwert durchgefallen verpasst erkrankt beschädigt storniert verspätet abgelehnt abgewiesen entlassen ausgeschlossen liegengeblieben vergessen abgesagt zurückgeschickt
		blessé blessée blessés tombé tombée décédé abandonné démissionné échoué quitté perdu raté malade perdue perdus perdues annulé annulée annulés annulées endommagé endommagée retardé retardée refusé refusée refusés refusées rejeté rejetée rejetés rejetées licencié licenciée licenciés exclu exclue exclus oublié oubliée oubliés
		suspendido suspendida suspendidos suspendidas rechazado rechazada rechazados rechazadas devuelto devuelta devueltos devueltas despedido despedidos expulsado expulsados abandonó abandonaron falló fallaron cayó falleció murió resultó herido heridos lesionado lesionó suspendió renunció dimitió perdió faltó perdido perdida perdidos perdidas dañado dañada dañados dañadas retrasado retrasada retrasados retrasadas cancelado cancelada cancelados canceladas
		suspenso suspensa suspensos rejeitado rejeitada rejeitados rejeitadas devolvido devolvida devolvidos demitido demitidos expulso desistiu abandonou caiu faleceu morreu ferido feridos reprovou reprovado reprovados saiu perdeu faltou evadiu prejudicado prejudicada prejudicados prejudicadas atrasado atrasada danificado danificada`},
	{topicAttained, `passed pass graduated graduate certified promoted retained placed stayed qualified completed enrolled employed hired accepted advanced succeeded recovered rehoused discharged reunited
		funded approved granted selected survived sold opened adopted launched returned joined signed renewed subscribed attended registered took found landed secured gained earned achieved reached progressed won converted recommended rated agreed said
		bestanden übernommen vermittelt abgeschlossen eingestellt befördert geblieben blieben haben gefunden erreicht
		réussi obtenu trouvé intégré embauché diplômés resté restés
		aprobaron aprobó consiguieron encontraron titularon superaron obtuvieron permanecen contratados
		aprovados passaram conseguiram obtiveram formaram contratados concluíram permaneceram`},
	{topicAll, `all every_one every_one_of each_of all_of alle allen aller sämtliche sämtlichen tous toutes todos todas ambas ambos`},
	{topicThat, `that this das dies cela ça c ce eso esto isso isto`},
	{topicIs, `is was s represents equals means makes amounts ist entspricht bedeutet macht waren est représente es supone equivale é representa equivale significa`},
	{topicTakes, `takes take took taking lasts lasted last needs needed requires required runs ran dauert dauerte dauern braucht brauchte benötigt prend prenait prennent dure durait dura duraba duran tarda tardaba tardan
		tarda lleva llevaba demora demorava demoram leva levava duram`},
	{topicServed, `closed issued settled decided paid trained taught trains teaches tutored instructed geschult schulte unterrichtet formé formés capacité capacitado treinei treinados sold sell selling served serving distributed distributing shipped shipping supplied supplying dispensed processed processing answered answering handled handles handling seated carried
		verkauft verteilt ausgeliefert bearbeitet versorgt vendu vendus distribué distribués servi servis traité traités vendidos vendidas entregados entregadas repartidos atendidos distribuídos vendidas entregues`},
	{topicTool, `operated operating operate drove driving drive calibrated calibrating serviced servicing licensed licence license certified bediente bedienung fuhr führerschein conduit conduite manejo manejé operei`},
	{topicBefore, `before vor avant antes ahead`},
	{topicDue, `date deadline deadlines due schedule go-live termin frist stichtag échéance plazo prazo`},
	{topicSince, `since so_far to_date ever during throughout seit bisher während depuis pendant desde até_agora hasta_ahora jusqu durant durante`},
	{topicNever, `never nie niemals jamais nunca jamás`},
	{topicAnswer, `return returns returned returning respond responds responded responding answers answered replies replied answer status redirect redirects redirected redirecting`},
	{topicAgo, `ago earlier previously before last vorjahr vorher zuvor dernier dernière pasado pasada passado passada`},
	{topicNotOne, `not_a_single pas_un_seul pas_une_seule ni_un_solo ni_una_sola kein_einziger kein_einziges keine_einzige nicht_ein_einziger nicht_eine_einzige nem_um_único nem_uma_única nem_um_só nem_uma_só ni_un ni_una nem_um nem_uma nicht_ein nicht_eine`},
	{topicIdiom, `every_second_counts zero_trust zero_day zero_knowledge zero_shot zero_sum zero_hours zero_touch zero_gravity zero_hour two_and_two square_one sixes_and_sevens forty_winks nine_to_five second_to_none on_cloud_nine eleventh_hour seventh_heaven one_by_one one_and_only nine_lives two_left_feet two_cents six_of_the_best nine_till_five two_thumbs nine_yards two_sides next_to_no next_to_nothing little_to_no little_or_no`},
	{topicInspected, `average averages average_of feedback moyenne durchschnitt durchschnittlich promedio inspection inspections audit audits survey hygiene safety satisfaction quality assessment prüfung begehung inspección auditoría inspeção auditoria`},
	{topicSpared, `unfallfrei fehlerfrei störungsfrei mängelfrei verletzungsfrei`},
	{topicWholly, `remote committed commitment dedicated dedication effort focus focused honest legal organic vegan`},
	{topicGives, `give gives gave giving given win wins won winning get gets got getting hand hands handed handing buy buys bought`},
	{topicRanked, `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth erster erste ersten zweiter zweite zweiten dritter dritte dritten vierter vierte vierten fünfter fünfte fünften
		premier première deuxième troisième quatrième cinquième primer primero primera segundo segunda tercer tercero tercera cuarto cuarta quinto quinta primeiro primeira terceiro terceira quarto`},
	{topicOnly, `only just merely nur lediglich bloß seulement solo sólo solamente apenas somente só`},
	{topicRatio, `oversubscribed überzeichnet ratio return returns roi roas ltv leverage payback rendite rendement retorno`},
	{topicGathered, `herd flock fleet caseload portfolio audience crowd network estate inventory catalogue collection cohort intake congregation readership membership following
		herde flotte bestand publikum troupeau flotte parc auditoire portefeuille rebaño flota cartera plantel rebanho frota carteira acervo`},
	{topicFound, `found detected reported recorded registered observed identified noted sighted logged discovered upheld raised outstanding
		gefunden festgestellt gemeldet entdeckt verzeichnet constaté constatée constatés constatées signalé signalée signalés signalées détecté détectée relevé relevée
		encontrado encontrada detectado detectada registrado registrada registrados registradas detectados detectadas encontrados encontradas`},
	{topicMark, `outlook moody fitch grade grades rating ratings rated score mark label class classification note notation nota calificación classificação bonität note energieklasse klasse energielabel étiquette etiqueta`},
	{topicWithout, `without ohne sans sin sem`},
	{topicSub, `sub`},
	{topicNone, `not_one not_a_single none nobody no_one none_of niemand keiner keine keines aucun aucune personne ninguno ninguna nadie nenhum nenhuma ninguém`},
}

func (t *token) speaksOf(topic topic) bool { return t.word != nil && t.word.topic&topic != 0 }

// harmless reports whether the text says that nobody came to harm: "None of the
// residents had a fall", "Nobody was injured".
func (r *reader) harmless() bool {
	if r.topics&topicHarm == 0 && r.topics&topicNever == 0 || r.topics&(topicNone|topicNever) == 0 && r.roles&roleNot == 0 {
		return false
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.speaksOf(topicNever) && len(r.figures) > 0 && (r.harm(i+1) || r.token(i+1).is(roleArticle) && r.harm(i+2)) {
			return true // never lost a parcel in 14 seasons
		}
		if t.is(roleNot) && !t.speaksOf(topicNone) && r.startsClause(i) && (r.lost(i+1) || r.nothing(t) && (r.harm(i+1) || r.token(i+1).is(roleWas) && r.harm(i+2))) {
			return true
		}
		if !t.speaksOf(topicNone) || !r.startsClause(i) {
			continue
		}
		for j := i + 1; j < len(r.tokens) && j <= i+12; j++ {
			t := &r.tokens[j]
			if t.kind == tokenStop || t.is(roleNot) {
				break
			}
			if t.speaksOf(topicHarm) {
				return true
			}
		}
	}
	return false
}

// lost reports whether what stands from token i on came to harm, and nothing else
// is said of it: "data lost", "customer order was delayed".
func (r *reader) lost(i int) bool {
	if !r.token(i).spaced || r.src[r.token(i).start:r.token(i).end] == "longer" {
		return false
	}
	if after := r.token(i + 2); r.token(i).speaksOf(topicHarm) && r.token(i+1).spaced && r.plural(i+1) && (after.kind != tokenWord || after.is(roleStop)) && !after.symbol('-') {
		return true // no missed trains
	}
	if after := r.token(i + 2); r.token(i).speaksOf(topicHarm) && r.token(i+1).kind == tokenWord && r.token(i+1).spaced && !r.token(i+1).is(roleStop) && (after.kind == 0 || after.kind == tokenStop || after.kind == tokenComma || after.is(roleYear) || r.lasts(i+2)) {
		return true // no lost parcels
	}
	for j := i; j <= i+4; j++ {
		t := r.token(j)
		if j > i && t.speaksOf(topicHarm) && t.spaced {
			return true
		}
		if t.kind != tokenWord || t.is(roleClause|roleNot) || t.is(roleStop) && !t.speaksOf(topicIs) && !t.is(roleWas|roleOf) {
			return false
		}
	}
	return false
}

// nothing reports whether t stands for things by itself.
func (r *reader) nothing(t *token) bool {
	switch strings.ToLower(r.src[t.start:t.end]) {
	case "nothing", "nichts", "rien", "nada":
		return true
	}
	return false
}

// startsClause reports whether token i is the first of its sentence, or follows
// a comma or "and".
func (r *reader) startsClause(i int) bool {
	p := r.token(i - 1)
	return p.kind == tokenComma || p.is(roleClause) || r.startsSentence(i)
}

// told reports whether a word of the topic stands at most so many tokens from the
// figure, in the same sentence.
func (r *reader) told(f *figure, topic topic, distance int) bool {
	if r.topics&topic == 0 {
		return false
	}
	if r.toldBefore(f.first, topic, distance) {
		return true
	}
	for j := f.last + 1; j < len(r.tokens) && j <= f.last+distance && r.tokens[j].kind != tokenStop; j++ {
		if r.tokens[j].speaksOf(topic) {
			return true
		}
	}
	return false
}

// toldBefore reports whether a word of the topic stands at most so many tokens before
// token i, in the same sentence.
func (r *reader) toldBefore(i int, topic topic, distance int) bool {
	if r.topics&topic == 0 {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-distance && r.tokens[j].kind != tokenStop; j-- {
		if r.tokens[j].speaksOf(topic) {
			return true
		}
	}
	return false
}

// whole reports whether the figure counts all there are: "all 27 libraries",
// "every one of the 19 apprentices".
func (r *reader) whole(f *figure) bool {
	if r.topics&topicAll == 0 {
		return false
	}
	for j := f.first - 1; j >= 0 && j >= f.first-3; j-- {
		t := &r.tokens[j]
		if t.speaksOf(topicAll) {
			return true
		}
		if !t.is(roleOf | roleFiller | roleStop) {
			return false
		}
	}
	return false
}
