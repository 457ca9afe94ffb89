using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>An argument or an input field, with its name in full.</summary>
/// <param name="Node">The definition.</param>
/// <param name="Coordinate">The schema coordinate, for messages.</param>
/// <param name="IsArgument">Whether it is an argument of a field or directive; else a field of an input object.</param>
internal sealed record InputValueFacts(InputValueDefinitionNode Node, string Coordinate, bool IsArgument);

/// <summary>All that the rules of a type system look at: the definitions of the document, and the schema that was made of them.</summary>
internal sealed class SchemaFacts
{
    private readonly List<(string Type, FieldDefinitionNode Node)> _fields = [];
    private readonly List<InputValueFacts> _inputValues = [];

    public SchemaFacts(Schema schema, DocumentNode document)
    {
        Schema = schema;
        Document = document;
        SchemaNodes = [.. document.Definitions.OfType<SchemaDefinitionNode>()];
        TypeNodes = [.. document.Definitions.OfType<TypeDefinitionNode>()];
        Directives = [.. document.Definitions.OfType<DirectiveDefinitionNode>()];
        Types = TypeDeclaration.Gather(document.Definitions);

        foreach (var directive in Directives)
            AddArguments(directive.Arguments, $"@{directive.Name}");
        foreach (var type in Types.Values)
        {
            foreach (var field in type.Fields)
            {
                _fields.Add((type.Name, field));
                AddArguments(field.Arguments, $"{type.Name}.{field.Name}");
            }

            foreach (var field in type.InputFields)
                _inputValues.Add(new InputValueFacts(field, $"{type.Name}.{field.Name}", IsArgument: false));
        }
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public IReadOnlyList<SchemaDefinitionNode> SchemaNodes { get; }

    public IReadOnlyList<TypeDefinitionNode> TypeNodes { get; }

    public IReadOnlyList<DirectiveDefinitionNode> Directives { get; }

    public IReadOnlyDictionary<string, TypeDeclaration> Types { get; }

    /// <summary>The fields of object types and interfaces, each with the name of its type.</summary>
    public IReadOnlyList<(string Type, FieldDefinitionNode Node)> Fields => _fields;

    /// <summary>The arguments of directives and fields, and the fields of input objects.</summary>
    public IReadOnlyList<InputValueFacts> InputValues => _inputValues;

    /// <summary>The type that a reference means; null where it is not defined, which is said once and elsewhere.</summary>
    public GraphQLType? TypeOf(TypeNode node) => Schema.TypeOf(node);

    private void AddArguments(IReadOnlyList<InputValueDefinitionNode> nodes, string owner)
    {
        foreach (var node in nodes)
            _inputValues.Add(new InputValueFacts(node, $"{owner}({node.Name}:)", IsArgument: true));
    }
}
