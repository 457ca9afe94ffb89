using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation;

// The definitions of section 3: which types, directives and values stand in them.
internal sealed partial class DocumentWalk
{
    public static DocumentFacts OverTypeSystem(Schema schema, DocumentNode document)
    {
        var facts = new DocumentFacts(schema, document, new GraphQLOptions());
        new DocumentWalk(facts).TypeSystem(document);
        return facts;
    }

    private void TypeSystem(DocumentNode document)
    {
        // What extensions apply stands at one place with what the definition applies.
        Directives([.. document.Definitions.OfType<SchemaDefinitionNode>().SelectMany(node => node.Directives)], DirectiveLocation.Schema);
        foreach (var nodes in document.Definitions.OfType<TypeDefinitionNode>().GroupBy(node => (node.Name.Value, Location: LocationOf(node))))
            Directives([.. nodes.SelectMany(node => node.Directives)], nodes.Key.Location);

        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case SchemaDefinitionNode schema:
                    facts.TypeNames.AddRange(schema.OperationTypes.Select(operation => operation.Type));
                    break;
                case DirectiveDefinitionNode directive:
                    InputValues(directive.Arguments, DirectiveLocation.ArgumentDefinition);
                    break;
                case FieldsDefinitionNode type:
                    facts.TypeNames.AddRange(type.Interfaces);
                    foreach (var field in type.Fields)
                        Field(field);
                    break;
                case UnionTypeDefinitionNode union:
                    facts.TypeNames.AddRange(union.Members);
                    break;
                case EnumTypeDefinitionNode @enum:
                    foreach (var value in @enum.Values)
                        Directives(value.Directives, DirectiveLocation.EnumValue);
                    break;
                case InputObjectTypeDefinitionNode input:
                    InputValues(input.Fields, DirectiveLocation.InputFieldDefinition);
                    break;
            }
        }
    }

    private void Field(FieldDefinitionNode node)
    {
        InputValues(node.Arguments, DirectiveLocation.ArgumentDefinition);
        TypeName(node.Type);
        Directives(node.Directives, DirectiveLocation.FieldDefinition);
    }

    private void InputValues(IReadOnlyList<InputValueDefinitionNode> nodes, DirectiveLocation location)
    {
        foreach (var node in nodes)
        {
            TypeName(node.Type);
            if (node.DefaultValue is { } value)
                Value(value, _schema.TypeOf(node.Type) is { IsInputType: true } type ? type : null, hasDefault: false, oneOf: null, isRoot: true);
            Directives(node.Directives, location);
        }
    }

    private static DirectiveLocation LocationOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => DirectiveLocation.Scalar,
        ObjectTypeDefinitionNode => DirectiveLocation.Object,
        InterfaceTypeDefinitionNode => DirectiveLocation.Interface,
        UnionTypeDefinitionNode => DirectiveLocation.Union,
        EnumTypeDefinitionNode => DirectiveLocation.Enum,
        _ => DirectiveLocation.InputObject,
    };
}
