import { type Context, Hono } from 'hono';
import type { Box } from '../box.ts';
import { freshId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { type Env, ok } from './gate.ts';

const IMAGE_BYTES = 10 * 1024 * 1024;
const FILE_BYTES = 30 * 1024 * 1024;
const IMAGE_TYPES = ['message', 'avatar'];
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

/** Images up to 10 MB and files up to 30 MB, kept under a key that a message can carry. */
export function uploads(box: Box): Hono<Env> {
	return new Hono<Env>()
		.post('/images', async (c) => {
			const form = await formOf(c);
			form.oneOf('image_type', IMAGE_TYPES);
			const image_key = freshId('img');
			box.state.uploads.set(image_key, { name: image_key, bytes: form.file('image', IMAGE_BYTES) });
			return ok(c, { image_key });
		})
		.post('/files', async (c) => {
			const form = await formOf(c);
			form.oneOf('file_type', FILE_TYPES);
			const name = form.text('file_name');
			if (name === '') throw new Refusal('parameter', 'file_name');
			const file_key = freshId('file');
			box.state.uploads.set(file_key, { name, bytes: form.file('file', FILE_BYTES) });
			return ok(c, { file_key });
		});
}

async function formOf(c: Context<Env>) {
	const parts = partsOf(c.req.header('content-type') ?? '', new Uint8Array(await c.req.arrayBuffer()));
	const part = (name: string) => {
		const found = parts.get(name);
		if (!found) throw new Refusal('parameter', name);
		return found;
	};
	const text = (name: string) => Buffer.from(part(name)).toString('utf8');
	return {
		text,
		oneOf(name: string, values: readonly string[]) {
			if (!values.includes(text(name))) throw new Refusal('parameter', name);
		},
		file(name: string, most: number) {
			const bytes = part(name);
			if (bytes.length === 0 || bytes.length > most) throw new Refusal('upload');
			return bytes;
		},
	};
}

const BLANK = '\r\n\r\n';

/**
 * The parts of a multipart body by their names (RFC 7578). The standard FormData takes a part without a file name
 * for text and so spoils its bytes, but that is how the official SDK sends a Buffer. Empty for a body that is none.
 */
function partsOf(contentType: string, body: Uint8Array): Map<string, Uint8Array> {
	const parts = new Map<string, Uint8Array>();
	const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
	if (!boundary) return parts;
	// latin1 keeps every byte one character, so that positions in the text are positions in the body.
	const pieces = Buffer.from(body).toString('latin1').split(`--${boundary}`).slice(1, -1);
	for (const piece of pieces) {
		const end = piece.indexOf(BLANK);
		const head = Buffer.from(piece.slice(0, end), 'latin1').toString('utf8');
		const name = /[; ]name="([^"]*)"/.exec(head)?.[1];
		if (end < 0 || name === undefined) continue;
		const bytes = Buffer.from(piece.slice(end + BLANK.length, -2), 'latin1');
		parts.set(name, new Uint8Array(bytes));
	}
	return parts;
}
