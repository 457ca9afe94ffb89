using System.Text;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>An operation made ready: fragments spread, conditions decided, fields merged, resolvers found.</summary>
internal sealed class OperationPlan(OperationType operation, SelectionPlan root)
{
    public OperationType Operation { get; } = operation;

    public SelectionPlan Root { get; } = root;

    /// <summary>Whether any resolver may have to be waited for.</summary>
    public bool IsAsynchronous { get; } = Waits(root);

    /// <summary>Whether the response comes in parts.</summary>
    public bool IsIncremental { get; } = ComesInParts(root);

    private static bool ComesInParts(SelectionPlan selection) =>
        selection.Deferred.Length > 0
        || Array.Exists(selection.Fields, field => field.Stream is not null || (field.Selection is { } below && ComesInParts(below)));

    private static bool Waits(SelectionPlan selection) =>
        Array.Exists(selection.Fields, field => !field.Resolver.IsImmediate || (field.Selection is { } below && Waits(below)));
}

/// <summary>What is asked of the objects of one composite type at one place of an operation.</summary>
internal sealed class SelectionPlan(CompositeType type, IReadOnlyList<ObjectType> possibleTypes, TypeResolution? resolution)
{
    public CompositeType Type { get; } = type;

    public IReadOnlyList<ObjectType> PossibleTypes { get; } = possibleTypes;

    /// <summary>Whether every object is of the one possible type.</summary>
    public bool IsConcrete { get; } = resolution is null;

    /// <summary>All fields asked for, of any type.</summary>
    public FieldPlan[] Fields { get; set; } = [];

    /// <summary>The fields of each possible type in the order of the response.</summary>
    public FieldPlan[][] FieldsByType { get; set; } = [];

    /// <summary>What of the selection is delivered later.</summary>
    public DeferredSelection[] Deferred { get; set; } = [];

    /// <summary>The defers that stand in the selection, by possible type.</summary>
    public DeferUsage[][] UsagesByType { get; set; } = [];

    /// <summary>Whether something of an object of a type, or of what lies below it, is delivered later.</summary>
    public bool Defers(int type) =>
        UsagesByType[type].Length > 0 || Array.Exists(Deferred, deferred => deferred.Plan.FieldsByType[type].Length > 0);

    public ReadOnlySpan<byte> TypeNameOf(int type) => PossibleTypes[type].NameAsJson;

    /// <summary>Which of the possible types an object is of, or a negative number.</summary>
    public int TypeIndexOf(object value) => resolution is null ? 0 : resolution.IndexOf(value, PossibleTypes);
}

/// <summary>One field of a <see cref="SelectionPlan"/>: what is called for it and how its values are completed.</summary>
internal sealed class FieldPlan
{
    private readonly byte[] _key;

    public FieldPlan(int index, string responseName, FieldDefinition definition, FieldResolver resolver, List<FieldNode> nodes)
    {
        Index = index;
        ResponseName = responseName;
        Definition = definition;
        Resolver = resolver;
        Nodes = nodes;
        _key = KeyOf(responseName);
        IsComposite = definition.Type.IsCompositeType;
        NonNullAt = definition.NonNullAt;
    }

    public int Index { get; }

    public string ResponseName { get; }

    /// <summary>The key in the response, as the first of its object.</summary>
    public ReadOnlySpan<byte> Key => _key.AsSpan(1);

    /// <summary>The key after another: with a comma.</summary>
    public ReadOnlySpan<byte> NextKey => _key;

    public FieldDefinition Definition { get; }

    public FieldResolver Resolver { get; }

    public List<FieldNode> Nodes { get; }

    public IReadOnlyList<Location> Locations => [.. Nodes.Select(node => node.Location)];

    public bool IsComposite { get; }

    /// <summary>Whether null may not be: the value, its items, their items.</summary>
    public bool[] NonNullAt { get; }

    public bool IsNonNull => NonNullAt[0];

    public int ListDepth => NonNullAt.Length - 1;

    public SelectionPlan? Selection { get; set; }

    /// <summary>The <c>@stream</c> by which the items of the list are delivered.</summary>
    public DirectiveNode? Stream { get; set; }

    /// <summary>The arguments when they depend on no variable; null otherwise.</summary>
    public object?[]? ConstantArguments { get; set; }

    /// <summary>Whether the level has something to do for the field before the response is written.</summary>
    public bool NeedsLevel => IsComposite || !Resolver.IsImmediate;

    /// <summary>Whether the field is asked of all possible types of the selection.</summary>
    public bool AppliesToAll { get; set; }

    public bool[] Types { get; set; } = [];

    public bool AppliesTo(int type) => Types[type];

    // A name is of ASCII letters.
    private static byte[] KeyOf(string name)
    {
        var key = new byte[name.Length + 4];
        key[0] = (byte)',';
        key[1] = (byte)'"';
        Encoding.ASCII.GetBytes(name, key.AsSpan(2));
        key[^2] = (byte)'"';
        key[^1] = (byte)':';
        return key;
    }
}
