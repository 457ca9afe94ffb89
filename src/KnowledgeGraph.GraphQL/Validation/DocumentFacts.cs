using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;
using KnowledgeGraph.GraphQL.Validation.Rules;

namespace KnowledgeGraph.GraphQL.Validation;

/// <summary>A field of a document, with the type that it is asked of.</summary>
/// <param name="Node">The field.</param>
/// <param name="Parent">The type that it is asked of; null where that is not known.</param>
/// <param name="Definition">What the schema says of it; null where it says nothing.</param>
internal readonly record struct FieldUse(FieldNode Node, CompositeType? Parent, FieldDefinition? Definition);

/// <summary>A fragment spread or an inline fragment, with the type that it stands in.</summary>
internal readonly record struct FragmentUse(SelectionNode Node, CompositeType? Parent);

/// <summary>The directives at one place.</summary>
internal readonly record struct DirectivesUse(IReadOnlyList<DirectiveNode> Nodes, DirectiveLocation Location);

/// <summary>The arguments of one field or directive.</summary>
/// <param name="Node">The field or the directive.</param>
/// <param name="Given">What is given.</param>
/// <param name="Definitions">What may be given.</param>
/// <param name="Owner">The field or directive, as messages name it; null where the schema does not know it.</param>
internal readonly record struct ArgumentsUse(SyntaxNode Node, IReadOnlyList<ArgumentNode> Given, IReadOnlyList<InputValue> Definitions, object? Owner);

/// <summary>A literal where a type is expected.</summary>
internal readonly record struct ValueUse(ValueNode Node, GraphQLType Type);

/// <summary>A variable where a type is expected.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type; null where it is not known.</param>
/// <param name="HasDefault">Whether the argument or input field has a default of its own.</param>
/// <param name="OneOf">The @oneOf input object that it is a field of.</param>
internal readonly record struct VariableUse(VariableNode Node, GraphQLType? Type, bool HasDefault, InputObjectType? OneOf);

/// <summary>What stands in one operation or fragment.</summary>
internal sealed class DefinitionFacts(DefinitionNode node, SelectionSetNode selectionSet)
{
    private static readonly List<FragmentSpreadNode> _noSpreads = [];
    private static readonly List<VariableUse> _noVariables = [];

    private List<FragmentSpreadNode>? _spreads;
    private List<VariableUse>? _variables;

    public DefinitionNode Node { get; } = node;

    public SelectionSetNode SelectionSet { get; } = selectionSet;

    /// <summary>The type of the object that its selections are asked of; null where it is not known.</summary>
    public CompositeType? Type { get; set; }

    public IReadOnlyList<FragmentSpreadNode> Spreads => _spreads ?? _noSpreads;

    public IReadOnlyList<VariableUse> Variables => _variables ?? _noVariables;

    public void Add(FragmentSpreadNode spread) => (_spreads ??= []).Add(spread);

    public void Add(VariableUse variable) => (_variables ??= []).Add(variable);
}

/// <summary>All that the rules look at, found in one walk over a document.</summary>
internal sealed class DocumentFacts(Schema schema, DocumentNode document, GraphQLOptions options)
{
    // Each operation is checked with all its fragments: operations times fragments is more than the size of the document.
    private const int MaxReached = 50_000;

    private readonly Dictionary<DefinitionFacts, IReadOnlyList<DefinitionFacts>> _reached = [];
    private int _reachedInAll;
    private bool? _putsOff;

    public Schema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public List<(OperationDefinitionNode Node, DefinitionFacts Facts)> Operations { get; } = [];

    public List<(FragmentDefinitionNode Node, DefinitionFacts Facts)> Fragments { get; } = [];

    /// <summary>The fragments by name; of several with one name, the first.</summary>
    public Dictionary<string, (FragmentDefinitionNode Node, DefinitionFacts Facts)> FragmentsByName { get; } = new(StringComparer.Ordinal);

    public List<FieldUse> Fields { get; } = [];

    public List<FragmentUse> FragmentUses { get; } = [];

    public List<NamedTypeNode> TypeNames { get; } = [];

    public List<DirectivesUse> Directives { get; } = [];

    public List<ArgumentsUse> Arguments { get; } = [];

    public List<ValueUse> Values { get; } = [];

    public List<ObjectValueNode> Objects { get; } = [];

    /// <summary>Whether anything is deferred or streamed.</summary>
    public bool PutsOff => _putsOff ??= Directives.Exists(use => use.Nodes.Any(DeferStream.Is));

    /// <summary>Whether messages may name what is in the schema.</summary>
    public bool MaySuggest => options.Suggestions;

    /// <summary>Whether documents may ask for the schema.</summary>
    public bool MayIntrospect => options.Introspection;

    /// <summary>The names near to one that is not known, as a sentence; nothing where the service keeps its names to itself.</summary>
    public string Suggest(string name, IEnumerable<string> known) => MaySuggest ? Suggestion.For(name, known) : "";

    /// <summary>The operation or fragment and all fragments that it leads to, each once.</summary>
    /// <exception cref="DocumentTooComplexException">Many operations lead to many fragments each.</exception>
    public IReadOnlyList<DefinitionFacts> Reached(DefinitionFacts from)
    {
        if (_reached.TryGetValue(from, out var known))
            return known;

        var reached = ReachedFrom([from]);
        _reachedInAll += reached.Count;
        if (_reachedInAll > MaxReached)
            throw new DocumentTooComplexException();

        _reached.Add(from, reached);
        return reached;
    }

    /// <summary>The operations or fragments and all fragments that any of them leads to, each once.</summary>
    public List<DefinitionFacts> ReachedFrom(IEnumerable<DefinitionFacts> from)
    {
        var reached = new List<DefinitionFacts>(from);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var spread in reached[i].Spreads)
            {
                if (names.Add(spread.Name.Value) && FragmentsByName.TryGetValue(spread.Name.Value, out var fragment))
                    reached.Add(fragment.Facts);
            }
        }

        return reached;
    }
}

/// <summary>A document that would take too long to check, by whatever rule.</summary>
internal sealed class DocumentTooComplexException : Exception;
