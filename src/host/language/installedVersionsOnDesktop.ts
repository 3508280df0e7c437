/** Stands in for the versions of installed packages where a browser loads the extension, beside which no environment is. */
export class InstalledVersions {
	of(): Promise<Readonly<Record<string, never>>> {
		return Promise.resolve({});
	}
}
