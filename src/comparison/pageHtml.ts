export interface PageHtmlOptions {
	/** Random per page, letters and digits only. */
	readonly nonce: string;
	readonly scriptUri: string;
	/** The style sheet itself. */
	readonly style: string;
}

/** Has the host answer while the editor still fetches the page's script, which then finds the messages in their order. */
const earlyScript = `{
	const editor = acquireVsCodeApi();
	const messages = [];
	const keep = ({ origin, data }) => {
		if (origin === window.origin) messages.push(data);
	};
	const take = () => {
		removeEventListener('message', keep);
		return messages;
	};
	addEventListener('message', keep);
	window.modelScoutEarly = { editor, take };
	editor.postMessage({ type: 'listens' });
}`;

/**
 * The whole HTML of the comparison page. It holds no data: all that is shown arrives by message and is drawn as text.
 * The editor waits until a page has loaded before it passes messages on, and draws it once more then. An `import()` is not
 * waited for, so that both are done before the script is there; a style sheet of its own would be one more file to fetch.
 * Script and style run by nonce alone; Lit's sheets are made in script and need no permission, its templates go through
 * the one trusted-types policy that it creates.
 * @throws {RangeError} if an option could end where it stands.
 */
export function pageHtml(options: PageHtmlOptions): string {
	checkOptions(options);
	const { nonce, scriptUri, style } = options;
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Model Comparison</title>
<script nonce="${nonce}">${earlyScript}
import('${scriptUri}');</script>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main id="comparison"><h1>Model Comparison</h1></main>
</body>
</html>
`;
}

/** The content policy of the page. */
export function pagePolicy(nonce: string): string {
	return [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src 'nonce-${nonce}'`,
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types lit-html',
	].join('; ');
}

function checkOptions({ nonce, scriptUri, style }: PageHtmlOptions): void {
	if (!/^[A-Za-z0-9]{16,}$/.test(nonce)) {
		throw new RangeError(`invalid nonce: ${nonce}; expected 16 or more letters and digits`);
	}
	if (/["'<>\s\\]/.test(scriptUri))
		throw new RangeError(`invalid page URI: ${scriptUri}; expected it percent-encoded`);
	if (style.includes('</')) throw new RangeError('invalid style: it holds </; expected CSS without it');
}
