import type { Feishu } from '../platform/contract.ts';

/**
 * What the bot uploaded: an image to be shown (browsers look at the bytes, whatever the subtype), any other
 * file to be saved under its name, never to be opened inside the page. 404 for a key that is not there.
 */
export function uploaded(feishu: Feishu, key: string): Response {
	const upload = feishu.upload(key);
	if (!upload) return Response.json({ error: 'No such file.' }, { status: 404 });
	const kind: Record<string, string> = key.startsWith('img')
		? { 'content-type': 'image/png' }
		: {
				'content-type': 'application/octet-stream',
				'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(upload.name)}`,
			};
	return new Response(new Uint8Array(upload.bytes), { headers: kind });
}
