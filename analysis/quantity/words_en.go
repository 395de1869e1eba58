package quantity

var englishWords = []meaning{
	{roleNumber, 0, 0, "zero nil"},
	{roleNumber, 2, 0, "two both_of"}, {roleNumber, 3, 0, "three"}, {roleNumber, 4, 0, "four"}, {roleNumber, 5, 0, "five"},
	{roleNumber, 6, 0, "six"}, {roleNumber, 7, 0, "seven"}, {roleNumber, 8, 0, "eight"}, {roleNumber, 9, 0, "nine"}, {roleNumber, 10, 0, "ten"},
	{roleNumber, 11, 0, "eleven"}, {roleNumber, 12, 0, "twelve"}, {roleNumber, 13, 0, "thirteen"}, {roleNumber, 14, 0, "fourteen"},
	{roleNumber, 15, 0, "fifteen"}, {roleNumber, 16, 0, "sixteen"}, {roleNumber, 17, 0, "seventeen"}, {roleNumber, 18, 0, "eighteen"},
	{roleNumber, 19, 0, "nineteen"}, {roleNumber, 20, 0, "twenty"}, {roleNumber, 30, 0, "thirty"}, {roleNumber, 40, 0, "forty fourty"},
	{roleNumber, 50, 0, "fifty"}, {roleNumber, 60, 0, "sixty"}, {roleNumber, 70, 0, "seventy"}, {roleNumber, 80, 0, "eighty"}, {roleNumber, 90, 0, "ninety"},
	{roleArticle, 1, 0, "a an one single"},
	{roleMagnitude, 12, 0, "dozen"}, {roleMagnitude, 100, 0, "hundred"}, {roleMagnitude, 1e3, 0, "thousand"},
	{roleMagnitude, 1e6, 0, "million"}, {roleMagnitude, 1e9, 0, "billion"}, {roleMagnitude, 1e12, 0, "trillion"},
	{roleVague, 10, 0, "tens"}, {roleVague, 12, 0, "dozens"}, {roleVague, 20, 0, "scores_of"}, {roleVague, 100, 0, "hundreds"}, {roleVague, 1e3, 0, "thousands"},
	{roleVague, 1e6, 0, "millions"}, {roleVague, 1e9, 0, "billions"}, {roleVague, 1e5, 0, "lakhs_of"},
	{roleSome, 0, 0, "several few couple couple_of multi"},
	{roleFraction, 0.5, 0, "half halves"}, {roleFraction, 1.0 / 3, 0, "third thirds"}, {roleFraction, 0.25, 0, "quarters quarters_of fourth fourths"}, {roleFraction, 0.2, 0, "fifth fifths"},
	{roleFraction, 1.0 / 6, 0, "sixth sixths"}, {roleFraction, 1.0 / 7, 0, "seventh sevenths"}, {roleFraction, 0.125, 0, "eighth eighths"}, {roleFraction, 1.0 / 9, 0, "ninth ninths"}, {roleFraction, 0.1, 0, "tenth tenths"},
	{roleFactor | roleUp, 2, 0, "doubled doubling doubles twofold two-fold twice_as twice_the double_the double_our double_their double-fold"},
	{roleFactor | roleUp, 3, 0, "tripled tripling triples trebled trebling threefold thrice triple_the"},
	{roleFactor | roleUp, 4, 0, "quadrupled quadrupling quadruples fourfold"},
	{roleFactor | roleUp, 5, 0, "quintupled quintupling fivefold"},
	{roleFactor | roleUp, 6, 0, "sixfold"}, {roleFactor | roleUp, 7, 0, "sevenfold"}, {roleFactor | roleUp, 8, 0, "eightfold"},
	{roleFactor | roleUp, 9, 0, "ninefold"}, {roleFactor | roleUp, 12, 0, "twelvefold"}, {roleFactor | roleUp, 20, 0, "twentyfold"}, {roleFactor | roleUp, 100, 0, "hundredfold"}, {roleFactor | roleUp, 1000, 0, "thousandfold"},
	{roleFactor | roleUp, 10, 0, "tenfold order-of-magnitude order_of_magnitude orders_of_magnitude"},
	{roleFactor | roleDown, 2, 0, "halved halving halves"}, {roleFactor | roleDown, 4, 0, "quartered"},
	{roleFactor | roleUp, 6, 0, "sextupled"}, {roleFactor | roleUp, 7, 0, "septupled"}, {roleFactor | roleUp, 8, 0, "octupled"},
	{roleFactor, 2, 0, "twice"},
	{roleTimes, 0, times, "times fold"},

	{roleUnit | rolePlural, 0, second, "seconds"}, {roleUnit, 0, second, "second"},
	{roleUnit | rolePlural, 0, minute, "minutes"}, {roleUnit, 0, minute, "minute"},
	{roleUnit | rolePlural, 0, hour, "hours"}, {roleUnit, 0, hour, "hour"},
	{roleUnit | rolePlural, 0, day, "days"}, {roleUnit, 0, day, "day nights night weekdays business_days working_days business_day working_day"},
	{roleUnit | rolePlural, 0, week, "weeks"}, {roleUnit, 0, week, "week weekends weekend"},
	{roleUnit | rolePlural, 0, month, "months"}, {roleUnit, 0, month, "month"},
	{roleUnit | rolePlural, 0, fortnight, "fortnights"}, {roleUnit, 0, fortnight, "fortnight"},
	{roleUnit, 0, quarter, "quarter quarters_of quarters_in consecutive_quarters straight_quarters"},
	{roleUnit | rolePlural, 0, year, "years"}, {roleUnit, 0, year, "year seasons school_years"},
	{roleUnit, 0, decade, "decade decades"},
	{roleUnit, 0, millisecond, "millis"},
	{roleUnit, 0, pound, "pounds"},
	{roleUnit, 0, mile, "miles mile"},
	{roleUnit, 0, star, "stars"},
	{roleUnit, 0, scorePoint, "points point pts"},
	{roleUnit, 0, squareMetre, "square_metres square_meters"},
	{roleUnit, 0, dollar, "bucks"},
	{roleUnit | roleRate, 0, perSecond, "requests_per_second"},
	{roleUnit | roleRate, 0, kilometresPerHour, "mph"},
	{roleEvery, 0, year, "annually yearly annual annualized annualised"}, {roleEvery, 0, month, "monthly"}, {roleEvery, 0, week, "weekly"}, {roleEvery, 0, day, "daily nightly"},
	{roleEvery, 0, quarter, "quarterly"}, {roleEvery, 0, hour, "hourly"},
	{roleOften, 0, 0, "annually yearly annual monthly weekly daily nightly quarterly hourly biweekly fortnightly bimonthly ad-hoc real-time realtime on-demand continuous seasonal seasonally"},
	{rolePercent, 0, percent, "percent pct per_cent percentage_change"},
	{rolePoint, 0, point, "percentage_points percentage_point percent_points points_percentage"},
	{rolePer, 0, 0, "per each every"},
	{roleAbout, 0, 0, "about around roughly approximately nearly almost approx circa some close_to estimated est an_estimated approaching near a_further another c upwards"},
	{roleAtLeast, 0, 0, "over more_than at_least above beyond exceeding greater_than upwards_of north_of in_excess_of exceeds exceeded well_over no_fewer_than surpassing surpassed"},
	{roleAtMost, 0, 0, "up_to under below less_than fewer_than at_most no_more_than sub within south_of as_low_as as_little_as not_more_than just_under"},
	{roleMore, 0, 0, "or_more and_more plus or_so and_counting"},

	{roleUp, 0, 0, `increase increased increasing increases grow grew growing growth grown grows raise raised raising raises rise rose rising risen rises up gain gained gaining gains
		boost boosted boosting boosts higher more climbed climbing expand expanded expanding expansion lift lifted lifting uplift jump jumped scaled scaling scale up_from increased_from growing_from rising_from surged surge soared
		extended extending lengthened additional extra widened multiplied uptick hike hiked added larger bigger greater longer heighten heightened`},
	{roleDown, 0, 0, `reduce reduced reducing reduces reduction reductions decrease decreased decreasing decreases drop dropped dropping drops cut cuts cutting lower lowered lowering lowers fell fall falling falls
		fallen decline declined declining shrink shrank shrinking shrunk shorten shortened shortening shorter slash slashed slashing trim trimmed trimming down down_from less fewer smaller shaved shaving
		minimise minimised minimize minimized lessen lessened cheaper drop_in brought_down compress compressed compressing curbed curtailed eliminate eliminated eliminating removing removed slimmed consolidate consolidated consolidating condensed narrowed savings saving saves saved decreased_from reduced_from dropping_from lighter decrement halve`},
	{roleLess, 0, 0, "less fewer lower smaller cheaper reduction"},
	{roleSpeed, 0, 0, `faster sooner speedup speed-up speedups speed quicker quickly throughput velocity performance productivity efficiency efficient accelerate accelerated accelerating acceleration sped
		sped_up speeding speeding_up speeds faster_than quickening capacity productive scalability`},
	{roleBetter, 0, 0, `outperform outperforms outperformed outperforming improve improved improving improves improvement improvements better enhance enhanced enhancing optimise optimised optimising optimize optimized optimizing change changed changes
		changing move moved moving shift shifted shifting went go going transition transitioned transitioning gain_of difference delta`},
	{roleSaved, 0, 0, `saved saving savings saves faster earlier early ahead latency shortened shortening shorter reduced reducing reduction cut cuts cutting lowered dropped drop quicker response turnaround lead cycle
		uptime downtime recovered recovery mttr mttd resolved resolution average avg averages averaged averaging median mean fewer less wait waiting load loads freeing freed reclaimed gained sla response_time delay_reduced slashed trimmed shaved p50 p95 p99
		eliminated eliminating avoided sooner decreased decrease backlog streak consecutive straight freed_up free_up freeing_up frees frees_up won_back win_back clawed_back gave_back handed_back got_back bought_back spared sparing spares pays_for_itself paid_for_itself paying_for_itself pay_for_itself paid_back broke_even break_even without uninterrupted onboarding ramp-up time-to-hire extended lasting retention lifespan battery payback overtime`},
	{roleFrom, 0, 0, "from"},
	{roleTo, 0, 0, "to till until down_to up_to_now to_just to_only to_under to_over to_about to_nearly to_around to_below to_less_than to_more_than to_almost to_approximately"},
	{roleInto, 0, 0, "into became become becomes turned_into"},
	{roleVersus, 0, 0, "against compared_to compared_with relative_to as_opposed_to instead_of rather_than in_place_of"},
	{roleWas, 0, 0, "was were previously formerly before originally earlier prior initially down_from up_from used_to_be had_been increased_from reduced_from previous baseline old compared_to"},
	{roleThan, 0, 0, "than than_the faster_than"},
	{roleFiller, 0, 0, "just only now a an the to approximately about roughly i.e which is that s ie representing equating meaning equals i e or resulting_in achieving for equivalent_to total overall average on achieved yielding giving delivering improvement avg"},
	{roleOf, 0, 0, "of"},
	{roleStop, 0, 0, `of in to for with and across from by that which who is are was were be on at as into through using via while when where after before during over under per the this
		these those their our my its his her or but than then so if not due because since until within without between among amongst against about around it they we i you he she has have had will can could would should may also
		including includes resulting leading enabling allowing making using based against each every plus vs up down off out towards toward upon onto throughout following despite thanks both either neither like such how why what less more instead prior achieving thereby
		annually monthly weekly daily yearly quarterly i'm let`},
	{roleClause, 0, 0, `by while when whilst as and but through via after before because resulting leading enabling allowing which that who where with without despite although though since whereas thereby plus including thanks due once
		achieving driving so using thus`},
	{roleTarget, 0, 0, "target targets goal goals objective quota benchmark threshold budget plan forecast expected industry average_of limit requirement requirements required allowance competitor competitors norm budgeted planned projected guideline estimate estimates minimum maximum cap"},
	{roleLabel, 0, 0, `grades routes slide slides step steps phase phases level levels stage stages section sections chapter chapters page  figure  table   item row column room floor ward wards  bay gate terminal building block
		 class class_of track team squad group cohort lot wave  iteration version versions release v ver rev revision port ports ticket issue bug pr mr rfc adr pull_request story epic task  no number num nr article art act law regulation regulations reg directive toeic toefl ielts sat gre gmat cet jlpt hsk bac paragraph appendix annex exhibit clause rule part volume vol edition
		season episode route road highway interstate channel line lane track platform pier zone  district  sector division company battalion regiment brigade squadron unit form schedule  tier tiers band key_stage ks grade temperature seed
		category categories status code codes error http exit option model type mark series generation gen     q h fy fiscal_year financial_year academic_year classes clauses sections chapters paragraphs annexes exhibits rules volumes wards rooms floors platforms lanes gates routes rows columns aged age ages  studio apt suite camp stall wing hut locker cell tower deck berth court pitch hangar shed kiln barn plot silo tank booth aisle shelf rack bed flight nos vols op opp formula  top-k topk top_k batch_size epoch id ref reference po invoice contract lesson  exam paper question pillar hall`},
	{roleVersioned, 0, 0, "upgrade upgraded upgrading migrate migrated migrating migration port ported porting update updated updating bump bumped bumping"},
	{roleMonth, 0, 0, "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"},
	{roleNot, 0, 0, "no no_more none nobody nothing not_a_single not_one not_a"},
	{roleNegated, 0, 0, "without not avoid avoided avoiding prevent prevented preventing never despite instead stop stopped rather didn't doesn't cannot"},
	{roleTrouble, 0, 0, `incidents incident outages outage downtime regressions regression pages page loss losses complaints complaint errors error defects defect bugs bug injuries injury accidents accident complications
		complication escalations escalation findings finding rollbacks rollback breaches breach failures failure violations violation interruptions interruption disruptions disruption crashes crash tickets alerts alarms
		delays delay issues issue vulnerabilities penalties fines deaths falls infections readmissions absences absentees cancellations returns recalls recall claims grievances discrepancies discrepancy exceptions nonconformities non-conformities
		non-conformance stockouts stock-outs overruns overrun attrition turnover churn duplicates conflicts rework scrap waste casualties fatalities overdue backlog misses dropouts resignations departures spills spill leaks corrections
		observations infractions lost-time reportable reworks data_loss mistakes deficiencies citations lawsuits disputes chargebacks strikes touchpoints sick_days sick_leave callbacks refunds emergencies layoffs redundancies evictions thefts burglaries glitches hiccups snags mishaps hazards lapses blackouts timeouts deadlocks rejections rejects reruns typos refusals hotfixes restatements suspensions expulsions evacuations shortages shortfalls bottlenecks blockers relapses ulcers sores seizures collisions outbreaks recurrences reprints redeliveries write-offs walkouts faults fault stoppages stoppage hospitalisations hospitalizations warnings sev1s sev1 p1s p0s overtime arrears debt debts sprains sprain fractures bruises burns bites`},
	{rolePeople, 0, 0, `engineers engineer developers developer people persons person members member staff employees employee analysts analyst managers manager designers designer interns intern juniors mentees mentee reports
		colleagues volunteers volunteer attendee participant delegate delegates nurses nurse teachers teacher technicians technician consultants consultant professionals contractors contractor apprentices trainees trainee students_mentored direct_reports headcount fte ftes participants attendees
		hires agents scientists  testers specialists supervisors officers workers operators cooks chefs waiters  baristas electricians drivers colleagues recruits graduates scholars researchers recruiters advisors soldiers cadets paramedics carers `},
	{roleMade, 0, 0, `articles article posts post talks talk papers paper guides guide screenshots modules workshops workshop documents document docs reports report presentations presentation courses course lines commits prs
		rfcs adrs runbooks tutorials videos video dashboards dashboard scripts script tests templates designs components pages lessons lesson sessions session books book blogs blog newsletters trainings training webinars interviews interview drawings
		illustrations recipes songs episodes podcasts patents certifications certificates certification internships missions meetings meeting projects project initiatives prototypes features feature launches launch policies procedures sops playbooks
		manuals diagrams models campaigns campaign events event shows exhibitions chapters translations poems reviews kpis metrics repositories repos libraries packages plugins playbook resources submissions audits exercises drills lectures seminars conferences publications
		proposals briefs memos surveys experiments screens mockups wireframes personas logos websites website sites analyses plans worksheets assessments awards award concerts performances productions films photos photographs releases bootcamps hackathons meetups dashboards experiences`},
	{roleReach, 0, 0, `users user customers customer clients client requests request transactions transaction events_processed visitors visitor subscribers subscriber followers downloads download installs views impressions pupils students student
		patients patient guests guest households residents citizens families beneficiaries donors schools hospitals stores shops  branches countries country cities regions offices teams departments companies businesses organisations
		organizations applications apps services microservices systems servers nodes clusters endpoints devices laptops machines vehicles accounts records rows files queries jobs orders units tickets cases calls emails messages invoices
		claims products skus listings properties beds seats tenants merchants distributors resellers dealers franchisees retailers employers publishers partners vendors suppliers stakeholders leads deals opportunities signups sign-ups registrations stars forks contributors sales conversions bookings reservations tables meals covers
		passengers flights deliveries packages_shipped shipments parcels warehouses trucks acres homes houses children animals trees jobs_created roles positions nines markets languages locations facilities plants lines_of_production classrooms customers_served subscribers
		respondents parents adopters sessions_served devs  hits clicks pageviews visits contracts licenses licences subscriptions databases  datasets workflows pipelines deployments deploys builds`},
	{roleScore, 0, scorePoint, "rating ratings score  grade graded star-rating accuracy precision sensitivity specificity correlation"},
	{roleMaker, 0, 0, `wrote written writing published publish publishing authored created create creating gave give giving presented presenting delivered produced producing built build building developed developing designed designing conducted conducting
		organised organized ran hosted hosting facilitated planned documented recorded drafted completed complete attended held contributed submitted filed reviewed interviewed drew composed performed taught led executed prepared reporting edited translated maintained deployed implemented introduced`},
	{roleHead, 0, 0, "mentor mentored mentoring manage managed managing lead led leading supervise supervised supervising coach coached coaching hire hired hiring recruit recruited recruiting train trained training oversaw overseeing onboarded_engineers team staff headcount line-managed directed coordinate coordinated size teams_of team_of"},
	{roleSalary, 0, 0, "on_contract earning per_annum_salary my_pay asked_for_a_raise pay"},
	{roleWorked, 0, 0, "exp yoe worked working work experience experienced employed career background tenure veteran professionally"},
	{roleSuffix, 0, 0, "figure figures person people seat bed student user member employee page mile node country site store unit team city state hospital school customer client guest room volunteer strong line lesson language acre vehicle device server tenant question"},
	{roleRank, 0, 0, "top rank ranked ranks ranking place placed finished finalist shortlisted best"},
	{roleYear, 0, 0, "in since fy by spring summer autumn fall winter class_of early late mid during until from copyright season edition year olympics expo"},
	{roleComparative, 0, 0, "more less fewer lower higher larger smaller shorter longer greater faster sooner quicker cheaper additional extra lighter bigger tighter quieter cooler warmer brighter cleaner leaner narrower wider taller deeper thinner sharper safer stronger closer mehr weniger schneller niedriger höher geringer kürzer plus moins más menos mayor menor mais maior minus up down"},
	{roleSpeed, 0, 0, "frequency cadence pace rhythm takt frequenz fréquence frecuencia frequência cadencia rate"},
	{roleFreed, 0, 0, "freed freeing freed_up free_up released liberadas liberados libérées libérés freigesetzt liberou liberó reclaimed redeployed saved"},
	{roleUsed, 0, 0, "used adopted across powering serving supporting used_by adopted_by"},
	{roleStreet, 0, 0, "street road avenue avenida av praça plaza lane square drive boulevard court st rd ave rue calle rua straße strasse"},
	{roleTimes, 0, 0, "multiplied divided divisé divisée divisés divisées multiplié multipliée multipliés multipliées dividido dividida divididos divididas multiplicado multiplicada multiplicados multiplicadas multiplicó multiplicou dividió multiplicamos"},
	{roleProduct, 0, 0, "six_sigma big_four big_five four_seasons catch seven_wonders"},
	{roleFraction, 0.25, 0, "quarter"}, {roleFraction | rolePer, 0.5, 0, "every_second every_other"}, {roleFraction | rolePer, 1.0 / 3, 0, "every_third"}, {roleFraction | rolePer, 0.25, 0, "every_fourth"}, {roleFraction | rolePer, 0.2, 0, "every_fifth"},
	{roleAge, 0, 0, "age âge edad idade"},
	{roleOpen, 0, 0, "would could might if should hitting"},
}
