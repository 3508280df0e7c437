import { packSnapshot } from './packSnapshot.ts';
import type { HostMessage } from './pageMessage.ts';

/** The message as it is posted to the page, where `parseHostMessage` reads it again. */
export function packHostMessage(message: HostMessage): object {
	return message.type === 'show' ? { ...message, snapshot: packSnapshot(message.snapshot) } : message;
}
