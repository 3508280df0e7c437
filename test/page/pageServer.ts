import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { pageHtml, pagePolicy } from '../../src/comparison/pageHtml.ts';

export interface PageServer {
	readonly url: string;
	stop(): Promise<void>;
}

const nonce = 'nonceOfTheTests1';

/**
 * What VS Code does to a page before the page's own code runs: its api, whose state outlives a reload, the variables of
 * the theme and the classes of the body. `pageSetup` and `pagePosts` are put there by the fixture.
 */
const editorScript = `
	const { variables, bodyClasses } = window.pageSetup;
	for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
	document.documentElement.style.setProperty('--vscode-font-family', '"DejaVu Sans", sans-serif');
	document.documentElement.style.setProperty('--vscode-font-size', '13px');
	document.documentElement.style.setProperty('--vscode-font-weight', 'normal');
	document.addEventListener('DOMContentLoaded', () => document.body.classList.add(...bodyClasses));
	window.violations = [];
	document.addEventListener('securitypolicyviolation', event =>
		window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
	window.acquireVsCodeApi = () => {
		delete window.acquireVsCodeApi;
		return {
			postMessage: message => void window.pagePosts(structuredClone(message)),
			getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
			setState: state => sessionStorage.setItem('state', JSON.stringify(state)),
		};
	};
`;

/** Serves the built page on loopback under its own policy, sent as a header too so that nothing runs before it holds. */
export async function startPageServer(): Promise<PageServer> {
	const files = new Map([
		['/page.js', { type: 'text/javascript', body: readFileSync('dist/page/page.js', 'utf8') }],
		['/', { type: 'text/html; charset=utf-8', body: shell() }],
	]);
	const server = createServer(({ url = '' }, response) => {
		const file = files.get(url);
		if (file) answer(response, file);
		else response.writeHead(404).end();
	});
	await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
	return { url: `http://127.0.0.1:${portOf(server)}/`, stop: () => stop(server) };
}

function shell(): string {
	const html = pageHtml({ nonce, scriptUri: '/page.js', style: readFileSync('dist/page/page.css', 'utf8') });
	return html.replace('<title>', `<script nonce="${nonce}">${editorScript}</script>\n<title>`);
}

function answer(response: ServerResponse, { type, body }: { type: string; body: string }): void {
	response.writeHead(200, { 'content-type': type, 'content-security-policy': pagePolicy(nonce) }).end(body);
}

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the page server has no port');
	return address.port;
}

function stop(server: Server): Promise<void> {
	return new Promise(stopped => {
		server.closeAllConnections();
		server.close(() => {
			stopped();
		});
	});
}
