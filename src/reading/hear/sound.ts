import { distance } from 'fastest-levenshtein';
import { polyphonic } from 'pinyin-pro';

/**
 * How each character may be read, tones left out: 会 → hui, kuai. `polyphonic` looks characters up one by
 * one; `pinyin` would build its phrase dictionary first (20 ms and 16 MB).
 */
export function soundsOf(text: string): readonly (readonly string[])[] {
	return polyphonic(text, { toneType: 'none', type: 'array' });
}

type Sounds = readonly string[];

/** Whether two characters can be read the same. */
export function soundAlike(a: Sounds, b: Sounds): boolean {
	return a.some((sound) => b.includes(sound));
}

/** Whether two characters can be read almost the same: one letter apart, as with 到 and 道 in many accents. */
export function soundNearly(a: Sounds, b: Sounds): boolean {
	return a.some((sound) => b.some((other) => distance(sound, other) <= 1));
}
