package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"achievement-ls/server"
)

func serveCommand(env environment) *cobra.Command {
	var listen, level string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the Language Server Protocol on standard input and output",
		Long: `Serve speaks the Language Server Protocol 3.18 with the editor that started it.
It logs to standard error. --listen takes one client on a loopback address
instead, for debugging.`,
		Example: "  achievement-ls serve\n  achievement-ls serve --listen 127.0.0.1:7000 --log-level debug",
		Args:    atMost(0),
		RunE: func(*cobra.Command, []string) error {
			log, err := newLogger(level, env.stderr)
			if err != nil {
				return err
			}
			indexed := debug.FreeOSMemory
			if os.Getenv("GOGC") == "" {
				debug.SetGCPercent(readingPercent)
				indexed = fitCollector
			}
			// A client that no longer reads is told of in the log, and ends nothing by force.
			signal.Ignore(syscall.SIGPIPE)
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			options := server.Options{Log: log, Version: version(), Today: env.today, Indexed: indexed}
			stdin, polled, restore := pollable(env.stdin)
			defer restore()
			var rwc io.ReadWriteCloser = stdio{stdin, env.stdout}
			if listen != "" {
				if rwc, err = accept(ctx, listen, log); err != nil {
					return fmt.Errorf("serve: %w", err)
				}
				polled = true
			}
			if polled && os.Getenv("GOMAXPROCS") == "" {
				options.Spread = newProcessors(runtime.GOMAXPROCS).spread
			}
			if err := server.Serve(ctx, rwc, options); err != nil {
				log.Error("session ended", zap.Error(err))
				return exitStatus(1)
			}
			return nil
		},
	}
	c.Flags().Bool("stdio", true, "accepted and ignored: standard input and output are what serve uses")
	c.Flags().StringVar(&listen, "listen", "", "take one client on this loopback address instead")
	c.Flags().StringVar(&level, "log-level", "info", "debug, info, warn or error")
	return c
}

// stdio joins the process's two streams. Closing it closes standard output, so
// that the editor sees the end.
type stdio struct {
	io.Reader
	io.Writer
}

func (s stdio) Close() error {
	if c, ok := s.Writer.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

func newLogger(level string, w io.Writer) (*zap.Logger, error) {
	l, err := zapcore.ParseLevel(level)
	if err != nil {
		return nil, fmt.Errorf("serve: --log-level is %q, use debug, info, warn or error", level)
	}
	cfg := zap.NewProductionEncoderConfig()
	cfg.EncodeTime = zapcore.ISO8601TimeEncoder
	return zap.New(zapcore.NewCore(zapcore.NewConsoleEncoder(cfg), zapcore.Lock(zapcore.AddSync(w)), l)), nil
}

// accept waits for one client on a loopback address.
func accept(ctx context.Context, address string, log *zap.Logger) (io.ReadWriteCloser, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("listening on %q: %w", address, err)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("listening on %q: only a loopback address may be listened on, such as 127.0.0.1", address)
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listening on %q: %w", address, err)
	}
	defer l.Close()
	stop := context.AfterFunc(ctx, func() { l.Close() })
	defer stop()
	log.Info("waiting for a client", zap.Stringer("address", l.Addr()))
	conn, err := l.Accept()
	if err != nil {
		return nil, fmt.Errorf("waiting for a client on %q: %w", address, err)
	}
	return conn, nil
}
