package server

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules"
	"achievement-ls/server/disk"
)

// settings are what the user has set in the editor, which lies over the
// configuration of workspaces. They are immutable.
type settings struct {
	initial    map[string]any // counts as long as there are no others
	everywhere map[string]any
	// folders are those of workspace folders, by their path, where the editor has
	// some for each.
	folders map[string]map[string]any
}

// over are the settings for the workspace at rootPath as layers: those of the
// innermost folder that it lies in, else of the first that lies in it.
func (s settings) over(rootPath string, folders []string) []config.Layer {
	values := s.everywhere
	if values == nil {
		values = s.initial
	}
	innermost := ""
	for _, f := range folders {
		if own := s.folders[f]; own != nil && rootPath != "" && disk.Within(f, rootPath) && len(f) > len(innermost) {
			values, innermost = own, f
		}
	}
	if innermost == "" && rootPath != "" {
		for _, f := range folders {
			if own := s.folders[f]; own != nil && disk.Within(rootPath, f) {
				values = own
				break
			}
		}
	}
	if values == nil {
		return nil
	}
	return []config.Layer{editorLayer(values)}
}

func editorLayer(values map[string]any) config.Layer {
	return config.Layer{Kind: config.EditorSettings, Name: "editor", Settings: values}
}

// asked is what has become of the questions for settings.
type asked struct {
	mu   sync.Mutex
	turn int             // of the last question
	told map[string]bool // what is wrong and has been said
}

// initialSettings takes the options that the client starts with.
func (s *server) initialSettings(options protocol.LSPAny) {
	if len(options) > 0 {
		read := s.readSettings([]protocol.LSPAny{options})
		s.takeSettings(0, read, func(now *settings) { now.initial = read[0] })
	}
}

// didChangeConfiguration takes what the client sends, or asks it where it can be
// asked.
func (s *server) didChangeConfiguration(p *protocol.DidChangeConfigurationParams) {
	switch {
	case is(s.client.Workspace.Configuration):
		s.askSettings()
	case len(p.Settings) > 0:
		read := s.readSettings([]protocol.LSPAny{p.Settings})
		s.takeSettings(0, read, func(now *settings) { now.initial, now.everywhere = nil, read[0] })
	}
}

// askSettings asks the client for the settings of each folder, and for those of
// files outside of them. Nothing waits for the answer; one to an earlier question
// counts no longer.
func (s *server) askSettings() {
	if !is(s.client.Workspace.Configuration) {
		return
	}
	s.asked.mu.Lock()
	s.asked.turn++
	turn := s.asked.turn
	s.asked.mu.Unlock()
	folders := s.session.state().folders
	items := []protocol.ConfigurationItem{{Section: new(config.EditorSection)}}
	for _, f := range folders {
		items = append(items, protocol.ConfigurationItem{ScopeURI: new(uri.File(f)), Section: new(config.EditorSection)})
	}
	s.run(func(ctx context.Context) {
		var answer []protocol.LSPAny
		_, err := s.conn.Call(ctx, protocol.MethodWorkspaceConfiguration, &protocol.ConfigurationParams{Items: items}, &answer)
		if err == nil && len(answer) != len(items) {
			err = fmt.Errorf("asked for %d settings, it answered %d", len(items), len(answer))
		}
		if err != nil {
			if ctx.Err() == nil {
				s.log.Info("the client refused its settings", zap.Error(err))
			}
			return
		}
		read := s.readSettings(answer)
		s.takeSettings(turn, read, func(now *settings) {
			now.everywhere, now.folders = read[0], make(map[string]map[string]any)
			for i, f := range folders {
				if read[i+1] != nil {
					now.folders[f] = read[i+1]
				}
			}
		})
	})
}

// readSettings reads values as the client sends them; what is no object counts
// for nothing, and is told.
func (s *server) readSettings(values []protocol.LSPAny) []map[string]any {
	out := make([]map[string]any, len(values))
	for i, v := range values {
		var err error
		if out[i], err = config.Settings(v); err != nil {
			s.run(func(context.Context) { s.tell(fmt.Sprintf("the editor's settings are not used: %v", err)) })
		}
	}
	return out
}

// takeSettings makes values that were read the editor's settings, by change, and
// says what is wrong in them. The answer to a question that is not the last one,
// by its turn, counts for nothing.
func (s *server) takeSettings(turn int, values []map[string]any, change func(*settings)) {
	s.asked.mu.Lock()
	defer s.asked.mu.Unlock()
	if turn != 0 && turn != s.asked.turn {
		return
	}
	s.session.update(func(st *state) {
		change(&st.settings)
		st.single = config.Layers{Over: st.settings.over("", nil)}.Merge()
		for path, r := range st.roots {
			l := r.config.Layers
			l.Over = st.settings.over(path, st.folders)
			s.setLayers(st, path, l)
		}
	})
	wrong := make(map[string]bool)
	for _, v := range values {
		for _, message := range settingFaults(v) {
			wrong[message] = true
		}
	}
	told := s.asked.told
	s.asked.told = wrong
	s.run(func(context.Context) { s.tellOfSettings(wrong, told) })
}

// tellOfSettings says what is wrong in settings and has not been said.
func (s *server) tellOfSettings(wrong, told map[string]bool) {
	var now []string
	for _, message := range slices.Sorted(maps.Keys(wrong)) {
		if !told[message] {
			s.log.Warn(message)
			now = append(now, message)
		}
	}
	switch len(now) {
	case 0:
	case 1:
		s.tell(now[0])
	default:
		s.tell(fmt.Sprintf("%s (and %d more, which the log has)", now[0], len(now)-1))
	}
}

// settingFaults are what is wrong in settings, each with its key.
func settingFaults(values map[string]any) []string {
	if values == nil {
		return nil
	}
	c, problems := editorLayer(values).Read()
	var out []string
	for _, p := range problems {
		out = append(out, fmt.Sprintf("the setting %s: %s", setting(p.Key), p.Message))
	}
	for _, f := range rules.CheckConfig(c, nil) {
		out = append(out, fmt.Sprintf("the setting %s: %s", setting("rules"), f.Message))
	}
	return out
}

func setting(key string) string {
	return strings.TrimSuffix(config.EditorSection+"."+key, ".")
}

// watchSettings has the client say when settings change, where it wants to be
// asked for that.
func (s *server) watchSettings() {
	if !is(s.client.Workspace.DidChangeConfiguration.DynamicRegistration) {
		return
	}
	s.register("to tell of settings", "settings", protocol.MethodWorkspaceDidChangeConfiguration,
		&protocol.DidChangeConfigurationRegistrationOptions{Section: protocol.String(config.EditorSection)})
}
