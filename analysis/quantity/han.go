package quantity

// hanDigit is the value of a numeral, or -1.
func hanDigit(c rune) float64 {
	switch c {
	case '〇', '零':
		return 0
	case '一', '壱':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// hanMagnitude is what a character multiplies the number before it by, or 0.
func hanMagnitude(c rune) float64 {
	switch c {
	case '十':
		return 10
	case '百', '백':
		return 100
	case '千', '천':
		return 1e3
	case '万', '萬', '만':
		return 1e4
	case '億', '亿', '억':
		return 1e8
	case '兆':
		return 1e12
	}
	return 0
}

// hanNumber reads a number in numerals: 数百, 三割, 二倍, 亿级, 半減, 十数.
func (r *reader) hanNumber(f *figure) bool {
	i := f.core
	c := r.token(i).char
	next := func(n int) rune {
		if t := r.token(i + n); t.kind == tokenHan {
			return t.char
		}
		return 0
	}
	f.word = true
	switch {
	case c == 'ゼ' && next(1) == 'ロ' && next(2) != 'か' && next(2) != 'ト':
		f.weight = strong
		f.end, f.last = i+1, i+1
		return true
	case c == '半':
		switch next(1) {
		case '減', '减':
			f.factorHan(0.5, i+1)
			return true
		case '分', '額', '数':
			f.setFraction(0.5)
			f.end, f.last = i+1, i+1
			return true
		case '日', '年', '天':
			if next(2) == '単' || next(2) == '休' { // 半日単位
				return false
			}
			f.setFraction(0.5)
			f.share = false
			return true
		}
		return false
	case c == '倍' && (next(1) == '増' || next(1) == '增'):
		f.factorHan(2, i+1)
		return true
	case c == '翻' && (next(1) == '倍' || next(1) == '番' || next(1) == '了'):
		f.factorHan(2, i+1)
		return true
	case c == '减' && next(1) == '半':
		f.factorHan(0.5, i+1)
		return true
	case c == '一' && next(1) == '半':
		f.setFraction(0.5)
		f.end, f.last = i+1, i+1
		return true
	case (c == '数' || c == '几' || c == '上' || c == '近' || c == '成' || c == '수') && hanMagnitude(next(1)) > 0:
		f.vague = true
		f.q.Value = 1
		j := i + 1
		for m := hanMagnitude(next(j - i)); m > 0 && f.q.Value < 1e12; m = hanMagnitude(next(j - i)) {
			f.q.Value *= m
			j++
		}
		f.low, f.high = f.q.Value, f.q.Value*1000
		f.end, f.last = j-1, j-1
		return true
	case hanMagnitude(c) >= 1000 && (next(1) == '级' || next(1) == '級'):
		f.vague = true
		f.q.Value = hanMagnitude(c)
		f.low, f.high = f.q.Value/10, f.q.Value*1000
		f.end, f.last = i+1, i+1
		return true
	}
	if c == '百' && next(1) == '分' && next(2) == '之' {
		return r.hanPercent(f)
	}
	if c == '十' && next(1) == '分' && !hasRune("間钟鐘以で内", next(2)) {
		return false // 十分: enough
	}
	if c == '二' && next(1) == '次' { // 二次: secondary
		return false
	}
	d := hanDigit(c)
	if d > 1 && next(1) == '分' && (next(2) == 'の' || next(2) == '之') && hanDigit(next(3)) > 0 && hanDigit(next(3)) < d { // 三分の一
		f.setFraction(hanDigit(next(3)) / d)
		f.end, f.last = i+3, i+3
		return true
	}
	if d < 0 && !(c == '十' && hanCounter(next(1))) {
		return false
	}
	// 三割, 二倍, 五人, 十二件: only before a counter.
	j := i + 1
	value := d
	if c == '十' {
		value = 10
	}
	for {
		if m := hanMagnitude(next(j - i)); m > 0 && value < 1e12 {
			value *= m
			j++
		} else if e := hanDigit(next(j - i)); e >= 0 && value >= 10 {
			value += e
			j++
		} else {
			break
		}
	}
	if !hanCounter(next(j - i)) {
		return false
	}
	place := lastPlace(value)
	f.q.Value, f.low, f.high = value, value-place/2, value+place/2
	f.end, f.last = j-1, j-1
	// 一部, 一人 and the like are no counts
	return value != 1 || next(j-i) == '倍'
}

func (f *figure) factorHan(v float64, last int) {
	f.q.Value, f.low, f.high = v, v*0.875, v*1.25
	f.verb = true
	f.end, f.last = last, last
	f.set(times)
}

// hanStarts reports whether a number may start with c: most ideographs are
// passed over by it.
func hanStarts(c rune) bool {
	switch c {
	case 'ゼ', '半', '倍', '翻', '减', '数', '几', '上', '近', '成', '수':
		return true
	}
	return hanDigit(c) >= 0 || hanMagnitude(c) > 0
}

// hanCounter reports whether c counts or measures what a numeral before it tells.
func hanCounter(c rune) bool {
	return hasRune("割倍人名件回社台個个円元週周日时時分秒ヶヵか年倍成次台家", c) && c != 0
}

// hanUnit reads the unit or counter at token j after a number.
func (r *reader) hanUnit(f *figure, j int) bool {
	c := func(n int) rune {
		if t := r.token(j + n); t.kind == tokenHan && (n == 0 || !t.spaced) {
			return t.char
		}
		return 0
	}
	if f.word && f.q.Value == 0 && r.token(f.core).char == 'ゼ' {
		f.q.Kind, f.q.Unit = Count, Unit{"", "count", 1}
		f.weight = strong
		return true
	}
	if c(0) == '多' || c(0) == '余' || c(0) == '來' {
		f.q.Bound = AtLeast
		j++
	}
	unit := func(u unitID, n int) bool {
		f.set(u)
		f.last = j + n - 1
		if f.q.Kind == Duration && c(n) == '間' {
			f.last++
		}
		return true
	}
	count := func(n int) bool {
		f.q.Kind, f.q.Unit = Count, Unit{r.src[r.token(j).start:r.token(j+n-1).end], "count", 1}
		f.noun, f.nounEnd, f.last = j, j+n-1, j+n-1
		return true
	}
	switch c(0) {
	case '倍', '배':
		return unit(times, 1)
	case '割', '成':
		f.q.Value *= 10
		f.low *= 10
		f.high *= 10
		return unit(percent, 1)
	case '円', '元', '원':
		u := r.currency(j)
		return unit(u, 1)
	case '秒', '초':
		return unit(second, 1)
	case 'ミ':
		if c(1) == 'リ' && c(2) == '秒' {
			return unit(millisecond, 3)
		}
	case '毫':
		if c(1) == '秒' {
			return unit(millisecond, 2)
		}
	case 'ポ':
		if c(1) == 'イ' {
			return unit(scorePoint, 4)
		}
	case '分', '분':
		if c(1) == '钟' || c(1) == '鐘' {
			return unit(minute, 2)
		}
		if c(1) == 'の' || c(1) == '之' {
			return false
		}
		return unit(minute, 1)
	case '時', '小', '시':
		if c(1) == '間' || c(1) == '时' || c(1) == '時' || c(1) == '간' {
			return unit(hour, 2)
		}
	case '日', '天', '일':
		return unit(day, 1)
	case '工', '人':
		if c(0) == '人' && (c(1) == '月' || c(1) == '日') {
			return unit(month, 2)
		}
	case '週', '周', '주':
		return unit(week, 1)
	case 'ヶ', 'ヵ', 'か', 'カ', 'ケ', '個', '个', '箇', '개':
		if c(1) == '月' || c(1) == '월' {
			return unit(month, 2)
		}
		if c(1) == '小' && c(2) == '时' {
			return unit(hour, 3)
		}
		if c(1) == '国' || c(1) == '所' {
			return count(2)
		}
	case '年', '년':
		return unit(year, 1)
	case '点', '점':
		if f.q.Value <= 100 {
			return unit(scorePoint, 1)
		}
	}
	if !r.token(j).spaced || hanCounter(c(0)) || hasRune("本冊店校曲頁ページ項種地拠行通票杯명건회대", c(0)) {
		if hasRune("以のをにはがからまでとで、的", c(0)) && c(0) != 0 {
			return false
		}
		n := 1
		for n < 6 && c(n) != 0 && !hasRune("のをにはがでとへもや的从到至に、提增降", c(n)) && r.src[r.token(j).start] >= 0x80 && c(n) >= 0x3400 {
			n++
		}
		return count(n)
	}
	return false
}

// hanTime reads a unit of time at token j and tells where it ends.
func (r *reader) hanTime(j int) (unitID, int) {
	c, n := r.token(j).char, r.token(j+1).char
	switch c {
	case '秒', '초':
		return second, j
	case '分', '분':
		return minute, j
	case '時', '小':
		if n == '間' || n == '时' {
			return hour, j + 1
		}
	case '日', '天', '일':
		return day, j
	case '週', '周', '주':
		return week, j
	case '月', '월':
		return month, j
	case '年', '년':
		return year, j
	}
	return 0, j
}
