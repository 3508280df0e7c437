/** What a key does in the table. Rows are positions from 0; -1 is the header. */
export interface TableMove {
	readonly position: number;
	readonly column: number;
}

export interface TableShape {
	readonly rowCount: number;
	readonly columnCount: number;
	readonly rowsPerPage: number;
}

/** Where a key moves the active cell to, inside the table; undefined for a key that moves nothing. */
export function moveFor(event: KeyStroke, from: TableMove, shape: TableShape): TableMove | undefined {
	const to = target(event, from, shape);
	if (!to) return undefined;
	return {
		position: Math.min(Math.max(to.position, -1), shape.rowCount - 1),
		column: Math.min(Math.max(to.column, 0), shape.columnCount - 1),
	};
}

export interface KeyStroke {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
}

function target(event: KeyStroke, { position, column }: TableMove, shape: TableShape): TableMove | undefined {
	if (event.altKey) return undefined;
	const farther = event.ctrlKey || event.metaKey;
	switch (event.key) {
		case 'ArrowDown':
			return { position: farther ? Infinity : position + 1, column };
		case 'ArrowUp':
			return { position: farther ? 0 : position - 1, column };
		case 'ArrowRight':
			return { position, column: farther ? Infinity : column + 1 };
		case 'ArrowLeft':
			return { position, column: farther ? 0 : column - 1 };
		case 'Home':
			return { position: farther ? 0 : position, column: 0 };
		case 'End':
			return { position: farther ? Infinity : position, column: Infinity };
		case 'PageDown':
			return { position: position + shape.rowsPerPage, column };
		case 'PageUp':
			return { position: Math.max(0, position - shape.rowsPerPage), column };
		default:
			return undefined;
	}
}
