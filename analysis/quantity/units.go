package quantity

// unitID names a unit of the table below.
type unitID uint8

const (
	_ unitID = iota
	nanosecond
	microsecond
	millisecond
	second
	minute
	hour
	day
	week
	month
	quarter
	year
	decade
	fortnight
	sprint
	byteUnit
	kilobyte
	megabyte
	gigabyte
	terabyte
	petabyte
	kibibyte
	mebibyte
	gibibyte
	tebibyte
	percent
	point
	times
	euro
	dollar
	pound
	yen
	yuan
	franc
	rupee
	real
	won
	rouble
	swedish
	canadian
	australian
	koruna
	zloty
	peso
	lira
	shekel
	baht
	naira
	hryvnia
	dong
	southAfrican
	dirham
	riyal
	singapore
	cent
	metre
	kilometre
	centimetre
	millimetre
	mile
	foot
	inch
	gram
	kilogram
	tonne
	poundMass
	litre
	millilitre
	hectare
	squareMetre
	acre
	kilowattHour
	megawattHour
	gigawattHour
	kilowatt
	megawatt
	celsius
	perSecond
	perMinute
	perHour
	bitsPerSecond
	megabitsPerSecond
	gigabitsPerSecond
	kilometresPerHour
	netPromoter
	star
	scorePoint
	decibel
	hertz
	megahertz
	gigahertz
	volt
	kilovolt
	cubicMetre
	units
)

// measure is a unit with its kind.
type measure struct {
	Unit
	kind Kind
}

const (
	minuteSeconds = 60.0
	hourSeconds   = 3600.0
	daySeconds    = 24 * hourSeconds
	weekSeconds   = 7 * daySeconds
	yearSeconds   = 365.25 * daySeconds
	monthSeconds  = yearSeconds / 12
)

var measures = [units]measure{
	nanosecond:        {Unit{"ns", "time", 1e-9}, Duration},
	microsecond:       {Unit{"µs", "time", 1e-6}, Duration},
	millisecond:       {Unit{"ms", "time", 1e-3}, Duration},
	second:            {Unit{"s", "time", 1}, Duration},
	minute:            {Unit{"min", "time", minuteSeconds}, Duration},
	hour:              {Unit{"h", "time", hourSeconds}, Duration},
	day:               {Unit{"d", "time", daySeconds}, Duration},
	week:              {Unit{"week", "time", weekSeconds}, Duration},
	fortnight:         {Unit{"fortnight", "time", 2 * weekSeconds}, Duration},
	sprint:            {Unit{"sprint", "time", 2 * weekSeconds}, Duration},
	month:             {Unit{"month", "time", monthSeconds}, Duration},
	quarter:           {Unit{"quarter", "time", yearSeconds / 4}, Duration},
	year:              {Unit{"year", "time", yearSeconds}, Duration},
	decade:            {Unit{"decade", "time", 10 * yearSeconds}, Duration},
	byteUnit:          {Unit{"B", "bytes", 1}, Size},
	kilobyte:          {Unit{"kB", "bytes", 1e3}, Size},
	megabyte:          {Unit{"MB", "bytes", 1e6}, Size},
	gigabyte:          {Unit{"GB", "bytes", 1e9}, Size},
	terabyte:          {Unit{"TB", "bytes", 1e12}, Size},
	petabyte:          {Unit{"PB", "bytes", 1e15}, Size},
	kibibyte:          {Unit{"KiB", "bytes", 1 << 10}, Size},
	mebibyte:          {Unit{"MiB", "bytes", 1 << 20}, Size},
	gibibyte:          {Unit{"GiB", "bytes", 1 << 30}, Size},
	tebibyte:          {Unit{"TiB", "bytes", 1 << 40}, Size},
	percent:           {Unit{"%", "percent", 1}, Percentage},
	point:             {Unit{"pp", "points", 1}, Points},
	times:             {Unit{"x", "factor", 1}, Multiplier},
	euro:              {Unit{"EUR", "EUR", 1}, Money},
	dollar:            {Unit{"USD", "USD", 1}, Money},
	pound:             {Unit{"GBP", "GBP", 1}, Money},
	yen:               {Unit{"JPY", "JPY", 1}, Money},
	yuan:              {Unit{"CNY", "CNY", 1}, Money},
	franc:             {Unit{"CHF", "CHF", 1}, Money},
	rupee:             {Unit{"INR", "INR", 1}, Money},
	real:              {Unit{"BRL", "BRL", 1}, Money},
	won:               {Unit{"KRW", "KRW", 1}, Money},
	rouble:            {Unit{"RUB", "RUB", 1}, Money},
	swedish:           {Unit{"kr", "kr", 1}, Money},
	canadian:          {Unit{"CAD", "CAD", 1}, Money},
	australian:        {Unit{"AUD", "AUD", 1}, Money},
	koruna:            {Unit{"CZK", "CZK", 1}, Money},
	zloty:             {Unit{"PLN", "PLN", 1}, Money},
	peso:              {Unit{"MXN", "MXN", 1}, Money},
	lira:              {Unit{"TRY", "TRY", 1}, Money},
	shekel:            {Unit{"ILS", "ILS", 1}, Money},
	baht:              {Unit{"THB", "THB", 1}, Money},
	naira:             {Unit{"NGN", "NGN", 1}, Money},
	hryvnia:           {Unit{"UAH", "UAH", 1}, Money},
	dong:              {Unit{"VND", "VND", 1}, Money},
	southAfrican:      {Unit{"ZAR", "ZAR", 1}, Money},
	dirham:            {Unit{"AED", "AED", 1}, Money},
	riyal:             {Unit{"SAR", "SAR", 1}, Money},
	singapore:         {Unit{"SGD", "SGD", 1}, Money},
	cent:              {Unit{"ct", "cent", 1}, Money},
	metre:             {Unit{"m", "length", 1}, Size},
	kilometre:         {Unit{"km", "length", 1e3}, Size},
	centimetre:        {Unit{"cm", "length", 1e-2}, Size},
	millimetre:        {Unit{"mm", "length", 1e-3}, Size},
	mile:              {Unit{"mi", "length", 1609.344}, Size},
	foot:              {Unit{"ft", "length", 0.3048}, Size},
	inch:              {Unit{"in", "length", 0.0254}, Size},
	gram:              {Unit{"g", "mass", 1e-3}, Size},
	kilogram:          {Unit{"kg", "mass", 1}, Size},
	tonne:             {Unit{"t", "mass", 1e3}, Size},
	poundMass:         {Unit{"lb", "mass", 0.45359237}, Size},
	litre:             {Unit{"l", "volume", 1}, Size},
	millilitre:        {Unit{"ml", "volume", 1e-3}, Size},
	cubicMetre:        {Unit{"m³", "volume", 1e3}, Size},
	hectare:           {Unit{"ha", "area", 1e4}, Size},
	squareMetre:       {Unit{"m²", "area", 1}, Size},
	acre:              {Unit{"acre", "area", 4046.8564224}, Size},
	kilowattHour:      {Unit{"kWh", "energy", 1}, Size},
	megawattHour:      {Unit{"MWh", "energy", 1e3}, Size},
	gigawattHour:      {Unit{"GWh", "energy", 1e6}, Size},
	kilowatt:          {Unit{"kW", "power", 1}, Size},
	megawatt:          {Unit{"MW", "power", 1e3}, Size},
	celsius:           {Unit{"°C", "temperature", 1}, Size},
	decibel:           {Unit{"dB", "level", 1}, Size},
	hertz:             {Unit{"Hz", "count/time", 1}, Rate},
	megahertz:         {Unit{"MHz", "count/time", 1e6}, Rate},
	gigahertz:         {Unit{"GHz", "count/time", 1e9}, Rate},
	volt:              {Unit{"V", "voltage", 1}, Size},
	kilovolt:          {Unit{"kV", "voltage", 1e3}, Size},
	perSecond:         {Unit{"/s", "count/time", 1}, Rate},
	perMinute:         {Unit{"/min", "count/time", 1.0 / minuteSeconds}, Rate},
	perHour:           {Unit{"/h", "count/time", 1.0 / hourSeconds}, Rate},
	bitsPerSecond:     {Unit{"bit/s", "bits/time", 1}, Rate},
	megabitsPerSecond: {Unit{"Mbit/s", "bits/time", 1e6}, Rate},
	gigabitsPerSecond: {Unit{"Gbit/s", "bits/time", 1e9}, Rate},
	kilometresPerHour: {Unit{"km/h", "length/time", 1000.0 / hourSeconds}, Rate},
	netPromoter:       {Unit{"NPS", "NPS", 1}, Score},
	star:              {Unit{"star", "stars", 1}, Score},
	scorePoint:        {Unit{"point", "score", 1}, Score},
}

// perTime is the dimension of a rate, by the dimension of what is counted.
var perTime = func() map[string]string {
	dimensions := map[string]string{"count": "count/time"}
	for _, m := range measures {
		if m.Dimension != "" {
			dimensions[m.Dimension] = m.Dimension + "/time"
		}
	}
	return dimensions
}()
