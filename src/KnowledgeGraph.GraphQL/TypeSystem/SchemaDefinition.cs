using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Defines a type system in C#, for schemas that are made from something else: tables, classes, another service.</summary>
/// <remarks>
/// What is made is a document, as if it had been written: the same rules hold, and <c>ToDocument().ToString()</c> shows it.
/// <code>
/// var schema = Schema.FromDocument(
///     new SchemaDefinition()
///         .Object("Query", type => type.Field("person", "Person", field => field.Argument("name", "String!")))
///         .Object("Person", type => type.Field("name", "String!"))
///         .ToDocument(),
///     bind => …);
/// </code>
/// Types and values are written as in a document: <c>[Person!]!</c>, <c>20</c>, <c>"text"</c>. What is not in the grammar is a <see cref="GraphQLSyntaxException"/>.
/// </remarks>
public sealed class SchemaDefinition
{
    private readonly List<DefinitionNode> _definitions = [];

    public SchemaDefinition Scalar(string name, Action<Definition>? define = null)
    {
        var definition = Of(define);
        _definitions.Add(new ScalarTypeDefinitionNode(definition.DescriptionNode, false, Definition.NameOf(name), definition.Directives, default));
        return this;
    }

    public SchemaDefinition Object(string name, Action<FieldsDefinition> define)
    {
        var type = Of(define);
        _definitions.Add(new ObjectTypeDefinitionNode(type.DescriptionNode, false, Definition.NameOf(name), type.Interfaces, type.Directives, type.Fields, default));
        return this;
    }

    public SchemaDefinition Interface(string name, Action<FieldsDefinition> define)
    {
        var type = Of(define);
        _definitions.Add(new InterfaceTypeDefinitionNode(type.DescriptionNode, false, Definition.NameOf(name), type.Interfaces, type.Directives, type.Fields, default));
        return this;
    }

    public SchemaDefinition Union(string name, IEnumerable<string> members, Action<Definition>? define = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        var type = Of(define);
        _definitions.Add(new UnionTypeDefinitionNode(
            type.DescriptionNode, false, Definition.NameOf(name), type.Directives, [.. members.Select(Definition.NamedTypeOf)], default));
        return this;
    }

    public SchemaDefinition Enum(string name, Action<EnumDefinition> define)
    {
        var type = Of(define);
        _definitions.Add(new EnumTypeDefinitionNode(type.DescriptionNode, false, Definition.NameOf(name), type.Directives, type.Values, default));
        return this;
    }

    public SchemaDefinition Input(string name, Action<InputDefinition> define)
    {
        var type = Of(define);
        _definitions.Add(new InputObjectTypeDefinitionNode(type.DescriptionNode, false, Definition.NameOf(name), type.Directives, type.Values, default));
        return this;
    }

    public SchemaDefinition Directive(string name, IEnumerable<DirectiveLocation> locations, Action<InputDefinition>? define = null, bool isRepeatable = false)
    {
        ArgumentNullException.ThrowIfNull(locations);
        var directive = Of(define);
        _definitions.Add(new DirectiveDefinitionNode(
            directive.DescriptionNode,
            Definition.NameOf(name),
            directive.Values,
            isRepeatable,
            [.. locations.Select(location => Definition.NameOf(DirectiveLocationNames.NameOf(location)))],
            default));
        return this;
    }

    /// <summary>All that was defined, as a document.</summary>
    public DocumentNode ToDocument() => new([.. _definitions]);

    private static T Of<T>(Action<T>? define)
        where T : new()
    {
        var definition = new T();
        define?.Invoke(definition);
        return definition;
    }
}
