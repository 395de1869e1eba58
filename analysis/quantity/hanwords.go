package quantity

import "strings"

// Words of Japanese, Chinese and Korean, which no space separates, that tell
// what the figure after them is about.
var (
	hanSalary = []string{"薪资", "薪酬", "薪水", "月薪", "年薪", "底薪", "工资", "年収", "月収", "給与", "年俸", "월급", "연봉", "급여"}
	hanCareer = []string{"年限", "工龄", "経験年数", "経験", "经验", "社会人歴", "歴", "在籍", "勤続", "任期", "경력"}
	hanTime   = []string{"時間", "用时", "耗时", "时长", "时间", "延迟", "レイテンシ", "レスポンス", "応答", "响应", "速度", "시간", "지연"}
	hanExam   = []string{"テスト", "試験", "検定", "考试", "成绩", "시험"}
	hanTenure = []string{"担当", "勤務", "従事", "在籍", "所属", "任职", "근무"}
	hanRated  = []string{"満足度", "評価", "スコア", "满意度", "评分", "만족도"}
	hanAge    = []string{"年齢", "年龄", "나이", "定年"}
	hanChange = []string{"削減", "短縮", "改善", "自動化", "連続", "無事故", "向上", "増", "減", "獲得", "成約", "受注", "導入", "突破", "提升", "降", "提高", "减", "增", "获", "签约", "达"}
	// hanVersioned says that a pair of bare numbers is of versions.
	hanVersioned = []string{"アップグレード", "アップデート", "バージョン", "升级", "版本", "업그레이드", "버전"}
)

// hanBefore reports whether one of the words stands shortly before the figure,
// in the same sentence.
func (r *reader) hanBefore(f *figure, words []string) bool {
	if !r.han {
		return false
	}
	return r.hanWithin(r.token(f.first).start-48, r.token(f.first).start, words)
}

// hanWithin reports whether one of the words stands in the sentence that runs
// over the bytes from start to end.
func (r *reader) hanWithin(start, end int, words []string) bool {
	text := r.src[max(0, start):min(end, len(r.src))]
	if i := strings.LastIndex(text, "。"); i >= 0 {
		text = text[i:]
	}
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// aged reports whether the figure is somebody's age.
func (r *reader) aged(f *figure) bool {
	switch n := r.token(f.end + 1); {
	case n.kind == tokenHan:
		return hasRune("歳岁才歲세", n.char)
	case f.q.Kind == Duration:
		n = r.token(f.last + 1)
		if n.symbol('-') {
			n = r.token(f.last + 2)
		}
		return n.kind == tokenWord && hasFoldPrefix(r.src[n.start:n.end], "old") && n.end-n.start <= 4
	}
	for j := f.first - 1; j >= 0 && j >= f.first-4; j-- {
		if t := r.token(j); t.is(roleLabel) && hasFoldPrefix(r.src[t.start:t.end], "age") {
			return true // aged from 12 to 17
		}
	}
	return r.hanBefore(f, hanAge)
}

// hanVersion reports whether number i is a version or a grade: 2.0版, 1.0和2.0版本,
// 2級.
func (r *reader) hanVersion(i int) bool {
	n := r.token(i + 1)
	if n.kind != tokenHan {
		return false
	}
	if hasRune("級级届号", n.char) && r.token(i).value < 100 && r.digitCount(i) > 0 {
		return true // a grade: 2級
	}
	if p := r.token(i - 1); r.token(i-3).masked && (p.char == 'ら' && r.token(i-2).char == 'か' || p.kind == tokenArrow) && r.nameBefore(i-3) && r.token(i+2).char != 'め' {
		return n.char == 'へ' || n.char == 'に' // iOS 15から17への対応
	}
	return n.char == '版' || hasRune("和及と与", n.char) && r.token(i+2).kind == tokenNumber && r.token(i+3).kind == tokenHan && r.token(i+3).char == '版'
}

// hanPercent reads 百分之十二.
func (r *reader) hanPercent(f *figure) bool {
	value, j := 0.0, f.core+3
	for ; r.token(j).kind == tokenHan; j++ {
		if d := hanDigit(r.token(j).char); d >= 0 {
			value += d
		} else if r.token(j).char == '十' {
			value = max(value, 1) * 10
		} else {
			break
		}
	}
	if j == f.core+3 {
		return false
	}
	f.setFraction(value / 100)
	f.low, f.high = f.q.Value-0.005, f.q.Value+0.005
	f.end, f.last = j-1, j-1
	return true
}
