using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>All that a document says of one type: its definition, and the extensions of the same kind.</summary>
/// <remarks>Of two definitions of one name the first counts; what is left over is for the rules to refuse.</remarks>
internal sealed class TypeDeclaration
{
    private readonly List<TypeDefinitionNode> _nodes;

    private TypeDeclaration(TypeDefinitionNode definition)
    {
        _nodes = [definition];
    }

    public string Name => Definition.Name.Value;

    public TypeDefinitionNode Definition => _nodes[0];

    /// <summary>The definition and then its extensions, in the order of the document.</summary>
    public IReadOnlyList<TypeDefinitionNode> Nodes => _nodes;

    public IEnumerable<DirectiveNode> Directives => _nodes.SelectMany(node => node.Directives);

    public IEnumerable<NamedTypeNode> Interfaces => _nodes.OfType<FieldsDefinitionNode>().SelectMany(node => node.Interfaces);

    public IEnumerable<FieldDefinitionNode> Fields => _nodes.OfType<FieldsDefinitionNode>().SelectMany(node => node.Fields);

    public IEnumerable<NamedTypeNode> Members => _nodes.OfType<UnionTypeDefinitionNode>().SelectMany(node => node.Members);

    public IEnumerable<EnumValueDefinitionNode> Values => _nodes.OfType<EnumTypeDefinitionNode>().SelectMany(node => node.Values);

    public IEnumerable<InputValueDefinitionNode> InputFields => _nodes.OfType<InputObjectTypeDefinitionNode>().SelectMany(node => node.Fields);

    /// <summary>Whether a node defines or extends the same kind of type.</summary>
    public bool IsOfSameKind(TypeDefinitionNode node) => node.GetType() == Definition.GetType();

    public static IReadOnlyDictionary<string, TypeDeclaration> Gather(IEnumerable<DefinitionNode> definitions)
    {
        var nodes = definitions.OfType<TypeDefinitionNode>().ToList();
        var declarations = new Dictionary<string, TypeDeclaration>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!node.IsExtension)
                declarations.TryAdd(node.Name.Value, new TypeDeclaration(node));
        }

        foreach (var node in nodes)
        {
            if (node.IsExtension && declarations.TryGetValue(node.Name.Value, out var declaration) && declaration.IsOfSameKind(node))
                declaration._nodes.Add(node);
        }

        return declarations;
    }
}
