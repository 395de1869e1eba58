package text

import "testing"

func TestSpan(t *testing.T) {
	s := Span{2, 5}
	if s.Len() != 3 || s.Empty() || !(Span{2, 2}).Empty() {
		t.Error("length or emptiness is wrong")
	}
	for offset, want := range map[int][2]bool{1: {false, false}, 2: {true, true}, 4: {true, true}, 5: {false, true}, 6: {false, false}} {
		if got := [2]bool{s.Contains(offset), s.Touches(offset)}; got != want {
			t.Errorf("offset %d is contained, touched: %v, want %v", offset, got, want)
		}
	}
	for other, want := range map[Span][2]bool{
		{2, 5}: {true, true}, {3, 4}: {true, true}, {0, 2}: {false, false}, {5, 9}: {false, false}, {1, 3}: {false, true}, {0, 9}: {false, true}, {5, 5}: {true, false},
	} {
		if got := [2]bool{s.Covers(other), s.Overlaps(other)}; got != want {
			t.Errorf("%v is covered, overlapped: %v, want %v", other, got, want)
		}
	}
	if got := Cover(Span{1, 3}, s); got != (Span{1, 5}) {
		t.Errorf("cover is %v", got)
	}
	if got := s.Shift(-2); got != (Span{0, 3}) || s.Of("abcdef") != "cde" {
		t.Errorf("shifted is %v, text %q", got, s.Of("abcdef"))
	}
}
