import { isCount, isSnapshot } from './checkSnapshot.ts';
import { isRecord } from './isRecord.ts';
import type { HostMessage } from './pageMessage.ts';
import { unpackSnapshot } from './unpackSnapshot.ts';

/** The message, or undefined for anything that is not one. Written by hand: the page has no room for a schema library. */
export function parseHostMessage(raw: unknown): HostMessage | undefined {
	if (!isRecord(raw)) return undefined;
	const { afterChange } = raw;
	if (!isCount(afterChange)) return undefined;
	if (raw['type'] === 'select') {
		const candidateIds = raw['candidateIds'];
		return isTexts(candidateIds) ? { type: 'select', candidateIds, afterChange } : undefined;
	}
	if (raw['type'] !== 'show') return undefined;
	const snapshot = unpackSnapshot(raw['snapshot']);
	if (!isSnapshot(snapshot)) return undefined;
	const state = raw['state'];
	const replaces = raw['replaces'] === true;
	const show = { type: 'show', snapshot, afterChange } as const;
	return typeof state === 'string' ? { ...show, state, replaces } : show;
}

function isTexts(raw: unknown): raw is readonly string[] {
	return Array.isArray(raw) && raw.every(value => typeof value === 'string');
}
