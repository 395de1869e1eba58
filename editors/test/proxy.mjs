// proxy.mjs WHAT SERVER ARGUMENT…: stands between an editor and the server, to
// record or to spoil what goes through:
//   record=FILE   keeps the params of the initialize request in FILE, with the
//                 folder $WORKSPACE written as /workspace and the process left out
//   diagnostics   each finding stands a line below its place
//   completion    what a candidate inserts has its letters reversed
//   action        what an action or a command writes is spoiled
//   definition    a name leads nowhere
// or several of these, with commas between them.
// A test that passes while one of these lies to its editor is none.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const [what, program, ...args] = process.argv.slice(2);
const [mode, file] = what.split('=');
const lies = mode.split(',');
const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
server.on('exit', (status) => process.exit(status ?? 1));
// The editor may be gone before the last answer.
process.stdout.on('error', () => {});
server.stdin.on('error', () => {});

// messages calls take with each message of a stream, and with its text.
function messages(stream, take) {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(rest.subarray(0, end).toString('latin1'))[1]);
      if (rest.length < end + 4 + length) return;
      const body = rest.subarray(end + 4, end + 4 + length);
      rest = rest.subarray(end + 4 + length);
      take(JSON.parse(body.toString()));
    }
  });
}

function send(stream, message) {
  const body = JSON.stringify(message);
  stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function keep(params) {
  const folder = process.env.WORKSPACE;
  const text = JSON.stringify({ ...params, processId: null }, null, 2).replaceAll(folder, '/workspace');
  writeFileSync(file, text.replaceAll(`"name": "${basename(folder)}"`, '"name": "workspace"') + '\n');
}

// each calls change with every object in a value.
function each(value, change) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) change(value);
  Object.values(value).forEach((v) => each(v, change));
}

const methods = new Map(); // of the editor's requests, by ID

function spoil(message) {
  const method = message.method ?? methods.get(message.id);
  if (lies.includes('diagnostics') && /diagnostic/i.test(method)) {
    each(message, (o) => {
      if (o.message && o.range) Object.values(o.range).forEach((p) => (p.line += 1));
    });
  }
  if (lies.includes('completion') && method === 'textDocument/completion') {
    each(message, (o) => {
      for (const key of ['newText', 'insertText']) if (o[key]) o[key] = [...o[key]].reverse().join('');
    });
  }
  if (lies.includes('action') && /codeAction|applyEdit/.test(method)) {
    each(message, (o) => {
      if (typeof o.newText === 'string') o.newText = 'spoiled ' + o.newText;
      if (o.snippet?.value) o.snippet.value = 'spoiled ' + o.snippet.value;
    });
  }
  if (lies.includes('definition') && method === 'textDocument/definition') {
    message.result = null;
  }
  return message;
}

messages(process.stdin, (message) => {
  if (message.method && 'id' in message) methods.set(message.id, message.method);
  if (mode === 'record' && message.method === 'initialize') keep(message.params);
  send(server.stdin, message);
});
process.stdin.on('end', () => server.stdin.end());
messages(server.stdout, (message) => send(process.stdout, mode === 'record' ? message : spoil(message)));
