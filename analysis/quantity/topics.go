package quantity

// topic is what a word says about the statement it stands in, beside what its
// roles make of the figure next to it.
type topic uint16

const (
	topicHarm     topic = 1 << iota // fell, injured: "nobody fell" is zero
	topicAttained                   // passed, graduated: people who did are an outcome
	topicAll                        // all, every one of: what follows is complete
	topicThat                       // that, das: takes up what the sentence before said
	topicIs                         // is, entspricht: after it
	topicNone                       // none, nobody, niemand
	topicTakes                      // takes, dauert: a time with it is measured
	topicServed                     // sold, served, trained: what was is reached, not made
	topicTool                       // operated, drove: what follows is a tool's size
	topicBefore                     // before, vor
	topicDue                        // deadline, Termin
	topicSince                      // since, so far: none of something until now is zero
)

// topics are the words of each topic, in all languages.
var topics = []struct {
	topic topic
	words string
}{
	{topicHarm, `fell fall falls injured injury hurt harmed died dropped left quit resigned complained complaint failed missed lost declined cancelled canceled withdrew relapsed infected
		affected absent delayed late overdue escalated reported readmitted damaged broken rejected returned refused ill sick excluded expelled delinquent churned defaulted
		verletzt verletzte gestürzt stürzte starb gestorben verloren abgebrochen ausgefallen gekündigt kündigte beschwert durchgefallen verpasst erkrankt
		blessé blessée blessés tombé tombée décédé abandonné démissionné échoué quitté perdu raté malade
		abandonó abandonaron cayó falleció murió resultó herido heridos lesionado lesionó suspendió renunció dimitió perdió faltó
		desistiu abandonou caiu faleceu morreu ferido feridos reprovou reprovado reprovados saiu perdeu faltou evadiu`},
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
	{topicDue, `date deadline deadlines due schedule go-live termin frist stichtag échéance plazo prazo schedule`},
	{topicSince, `since so_far to_date ever seit bisher depuis desde até_agora hasta_ahora jusqu`},
	{topicNone, `not_one not_a_single none nobody no_one none_of niemand keiner keine keines aucun aucune personne ninguno ninguna nadie nenhum nenhuma ninguém`},
}

func (t *token) speaksOf(topic topic) bool { return t.word != nil && t.word.topic&topic != 0 }

// harmless reports whether the text says that nobody came to harm: "None of the
// residents had a fall", "Nobody was injured".
func (r *reader) harmless() bool {
	if r.topics&topicNone == 0 || r.topics&topicHarm == 0 {
		return false
	}
	for i := range r.tokens {
		if !r.tokens[i].speaksOf(topicNone) || !r.startsClause(i) {
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
	for j := f.first - 1; j >= 0 && j >= f.first-distance && r.tokens[j].kind != tokenStop; j-- {
		if r.tokens[j].speaksOf(topic) {
			return true
		}
	}
	for j := f.last + 1; j < len(r.tokens) && j <= f.last+distance && r.tokens[j].kind != tokenStop; j++ {
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
