package server

import (
	"testing"

	"go.lsp.dev/protocol"
)

// What Neovim says of itself is understood as it is meant.
func TestNeovim(t *testing.T) {
	var said protocol.InitializeParams
	const params = `{"processId": null, "rootUri": null, "clientInfo": {"name": "Neovim", "version": "0.12.0"}, "capabilities": {
		"workspace": {"workspaceEdit": {"resourceOperations": ["rename", "create", "delete"]}, "diagnostics": {"refreshSupport": true}},
		"textDocument": {"diagnostic": {}}}}`
	if err := protocol.Unmarshal([]byte(params), &said); err != nil {
		t.Fatal(err)
	}
	c := newClient(said.ClientInfo.Name, said.Capabilities)
	if !c.can(protocol.ResourceOperationKindRename) {
		t.Error("it is taken not to rename files")
	}
	if c.pulls {
		t.Error("it pulls diagnostics, and would not see what changes elsewhere")
	}
	if !newClient("another", said.Capabilities).pulls {
		t.Error("others do not pull")
	}
}
