import { type Context, Hono } from 'hono';
import type { Box } from '../box.ts';
import { freshId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { ok } from './body.ts';
import type { Env } from './gate.ts';
import { partsOf } from './multipart.ts';

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
