/** The only place that knows Feishu: events in, cards and messages out. */
export { type LarkOptions, larkPlatform } from './client/index.ts';
export { answerBody, drawCard, drawText } from './drawing/index.ts';
export { type Doubt, type IngressKeys, type Opened, openEvent } from './ingress/index.ts';
export { keepLine, type Line, type LineOptions, type LineState } from './line.ts';
export { isFitForLongConnection } from './long-connection.ts';
export { CALLBACKS, EVENTS, MANIFEST, SCOPES, type Scope } from './manifest.ts';
