package server

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/statistics"
)

// contentScheme is that of the documents which are no files.
const contentScheme = "achievement-ls"

// contentFeature gives the text of documents that are no files: a rule's page, a
// timeline, a period's summary. The two last are of the workspace in the query,
// "?workspace=URI", or the first one.
var contentFeature = feature{
	name: "textDocumentContent",
	announce: func(c *client, caps *protocol.ServerCapabilities) {
		if c.showsContent {
			caps.Workspace.TextDocumentContent = &protocol.TextDocumentContentOptions{Schemes: []string{contentScheme}}
		}
	},
	calls: map[string]handler{protocol.MethodWorkspaceTextDocumentContent: handle(content)},
}

// rulePage is the document that holds a rule's page.
func rulePage(rule string) uri.URI {
	return uri.URI(contentScheme + ":/rules/" + rule + ".md")
}

// contents are the documents that the client has asked for and that change with
// the workspace.
type contents struct {
	mu    sync.Mutex
	asked []uri.URI
}

func (c *contents) add(u uri.URI) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !slices.Contains(c.asked, u) {
		c.asked = append(c.asked, uri.URI(strings.Clone(string(u))))
	}
}

func (c *contents) all() []uri.URI {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.asked)
}

// refreshContents has the client ask again for what it was shown.
func (s *server) refreshContents() {
	for _, u := range s.contents.all() {
		if _, err := s.conn.Call(s.ctx, protocol.MethodWorkspaceTextDocumentContentRefresh, &protocol.TextDocumentContentRefreshParams{URI: u}, nil); err != nil {
			s.log.Debug("the client does not ask again for "+string(u), zap.Error(err))
		}
	}
}

func content(ctx context.Context, q *request, p *protocol.TextDocumentContentParams) (*protocol.TextDocumentContentResult, error) {
	u, err := url.Parse(string(p.URI))
	if err != nil || u.Scheme != contentScheme {
		return nil, invalid("%s is no document of the server", p.URI)
	}
	folder, name, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
	name = strings.TrimSuffix(name, ".md")
	var text string
	switch {
	case folder == "rules":
		rule := rules.Lookup(name)
		if rule == nil {
			return nil, invalid("there is no rule %q", name)
		}
		text = rule.Page()
	case folder == "timeline.md" && name == "", folder == "periods":
		// Known before the text is made, or a change meanwhile would not be told.
		q.server.contents.add(p.URI)
		text, err = q.overview(ctx, workspaceIn(u.RawQuery), name)
	default:
		return nil, invalid("%s is no document of the server", p.URI)
	}
	if err != nil {
		return nil, err
	}
	return &protocol.TextDocumentContentResult{Text: text}, nil
}

// workspaceIn is the workspace that a query names; "" for none. Editors, and the
// library, encode a query's "=" too, so that it is no query as a browser has it.
func workspaceIn(query string) string {
	if plain, err := url.PathUnescape(query); err == nil {
		query = plain
	}
	workspace, _ := strings.CutPrefix(query, "workspace=")
	return workspace
}

// overview is the timeline of a workspace, or where a period is named of that,
// with its counts.
func (q *request) overview(ctx context.Context, workspace, period string) (string, error) {
	at, err := q.place(workspace)
	if err != nil {
		return "", err
	}
	title, chosen := "Timeline", statistics.Criteria{}
	if period != "" {
		known, ok := calendar.ParsePeriod(period, at.Config.Period.FiscalYearStart)
		if !ok {
			return "", noPeriod(period)
		}
		title, chosen.Periods = known.Name, []string{period}
	}
	all, err := at.achievements(ctx, chosen)
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf("# %s\n\n", title)
	if period != "" && len(all) > 0 {
		text += statistics.Count(all).Markdown(shownGroups) + "\n"
	}
	return text + statistics.Timeline(all, func(path string) string {
		return strings.NewReplacer("(", "%28", ")", "%29").Replace(string(at.uri(path)))
	}), nil
}
