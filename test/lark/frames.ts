/** What goes over the line: protobuf frames (FEISHU.md «Long connection») in unmasked and masked WebSocket frames. */

function varint(value: number): number[] {
	return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

const field = (number: number, bytes: Uint8Array): Buffer =>
	Buffer.concat([Buffer.from([...varint((number << 3) | 2), ...varint(bytes.length)]), bytes]);

/** A data frame in protobuf: SeqID, LogID, service, method, headers, payload. */
export function frame(headers: Record<string, string>, payload: Uint8Array): Buffer {
	const pairs = Object.entries(headers).map(([key, value]) =>
		field(5, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))])),
	);
	return Buffer.concat([Buffer.from([8, 1, 16, 1, 24, 7, 32, 1]), ...pairs, field(8, payload)]);
}

interface Field {
	readonly number: number;
	/** The number itself, or how many bytes there are. */
	readonly value: number;
	readonly bytes: Buffer;
}

function fieldsOf(bytes: Buffer): Field[] {
	let at = 0;
	const next = () => {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = bytes[at++] ?? 0;
			value += (byte & 127) * 2 ** shift;
			if (byte < 128) return value;
		}
	};
	const found: Field[] = [];
	while (at < bytes.length) {
		const tag = next();
		const value = next();
		const from = at;
		if ((tag & 7) === 2) at += value;
		found.push({ number: tag >> 3, value, bytes: bytes.subarray(from, at) });
	}
	return found;
}

/** The answer that a data frame (method 1) carries, and to which message; undefined for pings. */
export function answerOf(bytes: Buffer): { readonly to: string; readonly payload: Buffer } | undefined {
	const fields = fieldsOf(bytes);
	const payload = fields.find(({ number }) => number === 8)?.bytes;
	if (!payload || fields.find(({ number }) => number === 4)?.value !== 1) return undefined;
	const headers = fields
		.filter(({ number }) => number === 5)
		.map(({ bytes: pair }) => fieldsOf(pair).map((each) => each.bytes.toString()));
	return { to: headers.find(([key]) => key === 'message_id')?.[1] ?? '', payload };
}

/** One unmasked binary WebSocket frame. */
export function whole(data: Buffer): Buffer {
	const length = data.length < 126 ? [data.length] : [126, data.length >> 8, data.length & 255];
	return Buffer.concat([Buffer.from([0x82, ...length]), data]);
}

/** Takes one masked frame off what has arrived; undefined while it is not complete. */
export function unmask(bytes: Buffer): { binary: boolean; data: Buffer; rest: Buffer } | undefined {
	const short = (bytes[1] ?? 0) & 127;
	const start = short === 126 ? 4 : 2;
	if (bytes.length < start + 4) return undefined;
	const length = short === 126 ? bytes.readUInt16BE(2) : short;
	const from = start + 4;
	if (bytes.length < from + length) return undefined;
	const data = Buffer.from(bytes.subarray(from, from + length));
	for (const [index, byte] of data.entries()) data[index] = byte ^ (bytes[start + (index % 4)] ?? 0);
	return { binary: ((bytes[0] ?? 0) & 15) === 2, data, rest: bytes.subarray(from + length) };
}
