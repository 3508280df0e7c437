/** The version in the metadata of an installed Python package, as `Version: 1.0.29` in its head; undefined where it has none. */
export function versionInMetadata(text: string): string | undefined {
	const head = text.slice(0, longestHead).split(/\r?\n\r?\n/)[0] ?? '';
	return /^Version:[ \t]*([\w.!+-]+)[ \t]*\r?$/m.exec(head)?.[1];
}

/** UTF-16 units; the description of a package stands behind its head. */
const longestHead = 100_000;
