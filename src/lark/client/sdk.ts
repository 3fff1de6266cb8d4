/** Where an app lives: the two official clouds by name, or the origin of another. */
export type Domain = 'feishu' | 'lark' | (string & {});

export function originOf(domain: Domain): string {
	if (domain === 'feishu') return 'https://open.feishu.cn';
	if (domain === 'lark') return 'https://open.larksuite.com';
	return domain.replace(/\/+$/, '');
}

/** The SDK costs about 300 ms and 40 MB, so it is loaded at the first call. */
export const loadSdk = () => import('@larksuiteoapi/node-sdk');

const nothing = () => undefined;

/** The SDK logs whole requests, tokens included: it is not given a place to write. */
export const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing };
