import type { ComparisonSnapshot } from './comparisonSnapshot.ts';
import { packSnapshot } from './packSnapshot.ts';
import type { HostMessage } from './pageMessage.ts';

/**
 * The message as it is posted to the page, where `parseHostMessage` reads it again.
 * @param pack gives what `packSnapshot` does, for one who keeps it
 */
export function packHostMessage(
	message: HostMessage,
	pack: (snapshot: ComparisonSnapshot) => Uint8Array = packSnapshot,
): object {
	return message.type === 'show' ? { ...message, snapshot: pack(message.snapshot) } : message;
}
