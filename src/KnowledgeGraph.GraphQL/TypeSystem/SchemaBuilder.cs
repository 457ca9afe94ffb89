using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Makes a <see cref="Schema"/> of a type-system document: definitions and their extensions together.</summary>
/// <remarks>
/// Something is made of any document, so that <see cref="SchemaRules"/> can say all that is wrong with it at once: what is not defined
/// is left out or stands for a scalar, and of two definitions the first counts.
/// </remarks>
internal sealed class SchemaBuilder
{
    private static readonly IReadOnlyDictionary<string, TypeDeclaration> _introspection = TypeDeclaration.Gather(Introspection.Definitions);

    private readonly DocumentNode _document;
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinition> _directives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalarType> _undefined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);

    private SchemaBuilder(DocumentNode document)
    {
        _document = document;
    }

    /// <exception cref="SchemaException">The document breaks rules of the specification.</exception>
    public static Schema Build(DocumentNode document)
    {
        var schema = new SchemaBuilder(document).Build();
        var errors = SchemaRules.Check(schema, document);
        if (errors.Count > 0)
            throw new SchemaException(errors);

        var binder = new SchemaBinder(schema);
        Introspection.Bind(binder);
        binder.Finish(isIntrospection: true);
        schema.Introspection = Introspection.For(schema);
        return schema;
    }

    private Schema Build()
    {
        foreach (var type in BuiltIns.Types)
            _types.Add(type.Name, type);

        var declared = TypeDeclaration.Gather(_document.Definitions);
        var declarations = declared.Values
            .Where(declaration => !_types.ContainsKey(declaration.Name) && !_introspection.ContainsKey(declaration.Name))
            .Concat(_introspection.Values)
            .ToList();
        foreach (var declaration in declarations)
            _types.Add(declaration.Name, Declare(declaration));
        foreach (var declaration in declarations)
            Define(_types[declaration.Name], declaration);

        foreach (var definition in _document.Definitions.OfType<DirectiveDefinitionNode>())
            _directives.TryAdd(definition.Name.Value, Directive(definition));
        foreach (var directive in BuiltIns.Directives)
            _directives.TryAdd(directive.Name, directive);

        // A built-in scalar that nothing refers to is no part of the schema: https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars
        foreach (var type in BuiltIns.Types.Where(type => !_referenced.Contains(type.Name)))
            _types.Remove(type.Name);

        var schemaNodes = _document.Definitions.OfType<SchemaDefinitionNode>().OrderBy(node => node.IsExtension).ToList();
        var roots = RootOperationTypes.Of(schemaNodes, declared);
        return new Schema(
            schemaNodes.FirstOrDefault()?.Description?.Value,
            _types,
            _directives,
            RootType(OperationType.Query),
            RootType(OperationType.Mutation),
            RootType(OperationType.Subscription))
        {
            AppliedDirectives = [.. schemaNodes.SelectMany(node => node.Directives)],
        };

        ObjectType? RootType(OperationType operation) =>
            roots.TryGetValue(operation, out var root) ? _types.GetValueOrDefault(root.Type) as ObjectType : null;
    }

    private static NamedType Declare(TypeDeclaration declaration)
    {
        var name = declaration.Name;
        var description = declaration.Definition.Description?.Value;
        return declaration.Definition switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name, description),
            ObjectTypeDefinitionNode => new ObjectType(name, description),
            InterfaceTypeDefinitionNode => new InterfaceType(name, description),
            UnionTypeDefinitionNode => new UnionType(name, description),
            EnumTypeDefinitionNode => new EnumType(name, description),
            _ => new InputObjectType(name, description),
        };
    }

    private void Define(NamedType type, TypeDeclaration declaration)
    {
        type.Directives = [.. declaration.Directives];
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedByUrl = DirectiveArguments.Text(scalar.Directives, "specifiedBy", "url");
                break;
            case FieldsType fields:
                fields.Interfaces = [.. declaration.Interfaces.Select(node => _types.GetValueOrDefault(node.Name)).OfType<InterfaceType>()];
                foreach (var field in declaration.Fields)
                    fields.TryAdd(Field(field));
                break;
            case UnionType union:
                union.Members = [.. declaration.Members.Select(node => _types.GetValueOrDefault(node.Name)).OfType<ObjectType>()];
                break;
            case EnumType @enum:
                foreach (var value in declaration.Values)
                    @enum.TryAdd(EnumValue(value));
                break;
            case InputObjectType input:
                input.IsOneOf = DirectiveArguments.Find(input.Directives, "oneOf") is not null;
                foreach (var field in declaration.InputFields)
                    input.TryAdd(InputValue(field));
                break;
        }
    }

    private FieldDefinition Field(FieldDefinitionNode node) =>
        new(node.Name.Value, node.Description?.Value, Type(node.Type), [.. node.Arguments.Select(InputValue)])
        {
            DeprecationReason = DirectiveArguments.Deprecation(node.Directives),
            Directives = node.Directives,
        };

    private static EnumValueDefinition EnumValue(EnumValueDefinitionNode node) => new(node.Name.Value, node.Description?.Value)
    {
        DeprecationReason = DirectiveArguments.Deprecation(node.Directives),
        Directives = node.Directives,
    };

    private InputValue InputValue(InputValueDefinitionNode node) =>
        new(node.Name.Value, node.Description?.Value, Type(node.Type), node.DefaultValue)
        {
            DeprecationReason = DirectiveArguments.Deprecation(node.Directives),
            Directives = node.Directives,
        };

    private DirectiveDefinition Directive(DirectiveDefinitionNode node) => new(
        node.Name.Value, node.Description?.Value, [.. node.Arguments.Select(InputValue)], [.. node.Locations.Select(Location)], node.IsRepeatable);

    private static DirectiveLocation Location(Name name)
    {
        DirectiveLocationNames.TryRead(name.Value, out var location);
        return location;
    }

    private GraphQLType Type(TypeNode node) => node switch
    {
        ListTypeNode list => Type(list.ElementType).List,
        NonNullTypeNode nonNull => Type(nonNull.Type).NonNull,
        _ => Named(((NamedTypeNode)node).Name),
    };

    private NamedType Named(string name)
    {
        _referenced.Add(name);
        if (_types.TryGetValue(name, out var type))
            return type;

        if (!_undefined.TryGetValue(name, out var undefined))
            _undefined.Add(name, undefined = new ScalarType(name, null));

        return undefined;
    }
}
