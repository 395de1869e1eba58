package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// doNothing is a language server that knows the protocol and nothing else:
// what it takes for an answer is what any server must take. It has no library
// either, so that its time is the transport's floor.
func doNothing(in io.Reader, out io.Writer) error {
	r := bufio.NewReaderSize(in, 1<<16)
	send := func(m any) error {
		body, err := json.Marshal(m)
		if err != nil {
			return err
		}
		_, err = out.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(body)), body...))
		return err
	}
	answer := func(m message, result any) error {
		return send(map[string]any{"jsonrpc": "2.0", "id": m.ID, "result": result})
	}
	for {
		m, err := readMessage(r)
		if err != nil {
			return err
		}
		switch m.Method {
		case "exit":
			return nil
		case "initialize":
			err = answer(m, map[string]any{"capabilities": map[string]any{
				"textDocumentSync": 2, "hoverProvider": true, "documentSymbolProvider": true,
				"completionProvider": map[string]any{}, "workspaceSymbolProvider": true,
			}})
		case "textDocument/didOpen", "textDocument/didChange":
			var p struct {
				TextDocument struct {
					URI     string `json:"uri"`
					Version int    `json:"version"`
				} `json:"textDocument"`
			}
			if err := json.Unmarshal(m.Params, &p); err != nil {
				return err
			}
			err = send(map[string]any{"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": map[string]any{
				"uri": p.TextDocument.URI, "version": p.TextDocument.Version, "diagnostics": []any{},
			}})
		case "textDocument/completion", "textDocument/documentSymbol", "workspace/symbol":
			err = answer(m, []any{})
		default:
			if m.ID != nil {
				err = answer(m, nil)
			}
		}
		if err != nil {
			return err
		}
	}
}
