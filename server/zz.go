package server

import (
	"context"
	"io"

	_ "go.lsp.dev/jsonrpc2"
	_ "go.lsp.dev/protocol"
	_ "go.lsp.dev/uri"
	"go.uber.org/zap"

	"achievement-ls/analysis/calendar"
)

type Options struct {
	Log     *zap.Logger
	Version string
	Today   func() calendar.Date
}

func Serve(ctx context.Context, rwc io.ReadWriteCloser, o Options) error { return nil }
