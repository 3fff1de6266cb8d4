import { draftView } from '../../src/bot/drafts.ts';
import type { Job } from '../../src/bot/repertoire.ts';
import { dropDraft } from './drop.ts';

/** What is shown before it is done. */
export const drafts: Job = { isPrivate: false, buttons: [dropDraft], views: [draftView] };
