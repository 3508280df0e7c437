/** Classes and functions that a module may need besides torch's own, by name, in the order in which they are written. */
export const pytorchHelpers: Readonly<Record<string, string>> = {
	conv_block: `def conv_block(inputs, out, kernel, act=nn.ReLU, bias=False, **options):
    """Convolution, normalization and, where there is one, activation."""
    layers = [nn.Conv2d(inputs, out, kernel, bias=bias, **options), nn.BatchNorm2d(out)]
    return nn.Sequential(*layers, *([act()] if act else []))`,
	separable: `def separable(inputs, out, kernel, **options):
    """A depthwise convolution and a pointwise one."""
    depthwise = nn.Conv2d(inputs, inputs, kernel, groups=inputs, bias=False, **options)
    return nn.Sequential(depthwise, nn.Conv2d(inputs, out, 1, bias=False))`,
	repeat: `def repeat(times, make):
    """Modules alike, each with weights of its own."""
    return [make() for _ in range(times)]`,
	add: `def add(*parts):
    """The sum of what layers make of the named values."""
    return "add", parts`,
	concat: `def concat(*parts):
    """What layers make of the named values, as channels behind one another."""
    return "concat", parts`,
	Add: `class Add(nn.Module):
    """The sum of what all branches make of one input."""

    def __init__(self, *branches):
        super().__init__()
        self.branches = nn.ModuleList(branches)

    def forward(self, x):
        return sum(branch(x) for branch in self.branches)`,
	Multiply: `class Multiply(nn.Module):
    """The product of what two branches make of one input."""

    def __init__(self, first, second):
        super().__init__()
        self.first, self.second = first, second

    def forward(self, x):
        return self.first(x) * self.second(x)`,
	Concat: `class Concat(nn.Module):
    """What all branches make of one input, as channels behind one another."""

    def __init__(self, *branches):
        super().__init__()
        self.branches = nn.ModuleList(branches)

    def forward(self, x):
        return torch.cat([branch(x) for branch in self.branches], 1)`,
	Split: `class Split(nn.Module):
    """Every branch sees an equal part of the channels."""

    def __init__(self, *branches):
        super().__init__()
        self.branches = nn.ModuleList(branches)

    def forward(self, x):
        parts = x.chunk(len(self.branches), 1)
        return torch.cat([branch(part) for branch, part in zip(self.branches, parts)], 1)`,
	Scale: `class Scale(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, x):
        return self.factor * x`,
	Highway: `class Highway(nn.Module):
    """The transform where the gate is 1, the input where it is 0."""

    def __init__(self, transform, gate):
        super().__init__()
        self.transform, self.gate = transform, gate

    def forward(self, x):
        gate = self.gate(x)
        return gate * self.transform(x) + (1 - gate) * x`,
	SamePadding: `class SamePadding(nn.Module):
    """Zeros for an output of every stride, the larger half below and to the right."""

    def __init__(self, kernel, stride):
        super().__init__()
        self.kernel, self.stride = kernel, stride

    def forward(self, x):
        pads = []
        for side, kernel, stride in zip(reversed(x.shape[2:]), reversed(self.kernel), reversed(self.stride)):
            total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
            pads += [total // 2, total - total // 2]
        return nn.functional.pad(x, pads)`,
	Graph: `class Graph(nn.Module):
    """Values by name, each the sum or concatenation of what is made of earlier ones."""

    def __init__(self, inputs, outputs, **nodes):
        super().__init__()
        self.inputs, self.outputs = inputs, outputs
        self.plan = {name: (join, list(parts)) for name, (join, parts) in nodes.items()}
        self.layers = nn.ModuleDict(
            {name: nn.ModuleList(layer for _, layer in parts) for name, (_, parts) in nodes.items()}
        )

    def forward(self, *values):
        values = values[0] if isinstance(values[0], tuple) else values
        known = dict(zip(self.inputs, values))
        for name, (join, parts) in self.plan.items():
            made = [layer(known[source]) for (source, _), layer in zip(parts, self.layers[name])]
            known[name] = torch.cat(made, 1) if join == "concat" else sum(made)
        made = tuple(known[name] for name in self.outputs)
        return made if len(made) > 1 else made[0]`,
};
