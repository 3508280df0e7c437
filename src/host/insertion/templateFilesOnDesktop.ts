/** Stands in for the templates where a browser loads the extension: there are none, since its one file has no room for reading them. */
export class TemplateFiles {
	read(): Promise<readonly []> {
		return Promise.resolve([]);
	}

	dispose(): void {
		// nothing was opened
	}
}
