using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>Makes a <see cref="Schema"/> of a type-system document: definitions and their extensions together.</summary>
internal sealed class SchemaBuilder
{
    private readonly DocumentNode _document;
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinition> _directives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TypeDefinitionNode>> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<OperationType, NamedTypeNode> _rootTypes = [];

    private SchemaBuilder(DocumentNode document)
    {
        _document = document;
    }

    public static Schema Build(DocumentNode document) => new SchemaBuilder(document).Build();

    private Schema Build()
    {
        _errors.AddRange(SchemaDocumentRules.Check(_document));
        ThrowIfWrong();

        foreach (var type in BuiltIns.Types)
            _types.Add(type.Name, type);
        foreach (var definition in _document.Definitions.OfType<TypeDefinitionNode>().OrderBy(node => node.IsExtension).Concat(Introspection.Definitions))
            Declare(definition);
        foreach (var name in _definitions.Keys)
            Define(_types[name], _definitions[name]);

        foreach (var definition in _document.Definitions.OfType<DirectiveDefinitionNode>())
            _directives.Add(definition.Name.Value, Directive(definition));
        foreach (var directive in BuiltIns.Directives)
            _directives.TryAdd(directive.Name, directive);

        var schemaNodes = _document.Definitions.OfType<SchemaDefinitionNode>().OrderBy(node => node.IsExtension).ToList();
        foreach (var operationType in schemaNodes.SelectMany(node => node.OperationTypes))
            _rootTypes[operationType.Operation] = operationType.Type;

        var isImplicit = !schemaNodes.Exists(node => !node.IsExtension);
        var query = RootType(OperationType.Query, "Query", isImplicit);
        var mutation = RootType(OperationType.Mutation, "Mutation", isImplicit);
        var subscription = RootType(OperationType.Subscription, "Subscription", isImplicit);
        if (query is null && _errors.Count == 0)
            _errors.Add(SchemaErrors.NoQueryType());
        ThrowIfWrong();

        var schema = new Schema(schemaNodes.FirstOrDefault()?.Description?.Value, _types, _directives, query, mutation, subscription)
        {
            AppliedDirectives = [.. schemaNodes.SelectMany(node => node.Directives)],
        };
        _errors.AddRange(SchemaRules.Check(schema, _document));
        ThrowIfWrong();

        var binder = new SchemaBinder(schema);
        Introspection.Bind(binder);
        binder.Finish(isIntrospection: true);
        schema.Introspection = Introspection.For(schema);
        return schema;
    }

    private void ThrowIfWrong()
    {
        if (_errors.Count > 0)
            throw new SchemaException(_errors);
    }

    private ObjectType? RootType(OperationType operation, string defaultName, bool isImplicit)
    {
        if (_rootTypes.TryGetValue(operation, out var node))
        {
            if (_types.GetValueOrDefault(node.Name) is ObjectType type)
                return type;

            _errors.Add(_types.ContainsKey(node.Name)
                ? SchemaErrors.RootTypeNotObject(defaultName, node)
                : SchemaErrors.UnknownType(node));
            return null;
        }

        return isImplicit && _types.GetValueOrDefault(defaultName) is ObjectType named ? named : null;
    }

    private void Declare(TypeDefinitionNode definition)
    {
        var name = definition.Name.Value;
        if (definition.IsExtension)
        {
            _definitions[name].Add(definition);
            return;
        }

        var description = definition.Description?.Value;
        _definitions.Add(name, [definition]);
        _types[name] = definition switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name, description),
            ObjectTypeDefinitionNode => new ObjectType(name, description),
            InterfaceTypeDefinitionNode => new InterfaceType(name, description),
            UnionTypeDefinitionNode => new UnionType(name, description),
            EnumTypeDefinitionNode => new EnumType(name, description),
            _ => new InputObjectType(name, description),
        };
    }

    private void Define(NamedType type, List<TypeDefinitionNode> definitions)
    {
        type.Directives = [.. definitions.SelectMany(definition => definition.Directives)];
        switch (type)
        {
            case ScalarType scalar:
                if (BuiltInScalars.ByName.TryGetValue(scalar.Name, out var binding))
                    scalar.Binding = binding;
                scalar.SpecifiedByUrl = DirectiveArguments.Text(scalar.Directives, "specifiedBy", "url");
                break;
            case FieldsType fields:
                fields.Interfaces = Interfaces(definitions.Cast<FieldsDefinitionNode>());
                foreach (var field in definitions.Cast<FieldsDefinitionNode>().SelectMany(definition => definition.Fields))
                    AddField(fields, field);
                break;
            case UnionType union:
                union.Members = Members(definitions.Cast<UnionTypeDefinitionNode>());
                break;
            case EnumType @enum:
                foreach (var value in definitions.Cast<EnumTypeDefinitionNode>().SelectMany(definition => definition.Values))
                    @enum.TryAdd(EnumValue(value));
                break;
            case InputObjectType input:
                input.IsOneOf = input.Directives.Any(directive => directive.Name.Value == "oneOf");
                foreach (var field in definitions.Cast<InputObjectTypeDefinitionNode>().SelectMany(definition => definition.Fields))
                {
                    if (InputValue(field) is { } value)
                        input.TryAdd(value);
                }

                break;
        }
    }

    private List<InterfaceType> Interfaces(IEnumerable<FieldsDefinitionNode> definitions)
    {
        var interfaces = new List<InterfaceType>();
        foreach (var node in definitions.SelectMany(definition => definition.Interfaces))
        {
            if (Named(node) is not { } type)
                continue;
            if (type is InterfaceType implemented)
                interfaces.Add(implemented);
            else
                _errors.Add(SchemaErrors.ImplementsNonInterface(node));
        }

        return interfaces;
    }

    private List<ObjectType> Members(IEnumerable<UnionTypeDefinitionNode> definitions)
    {
        var members = new List<ObjectType>();
        foreach (var definition in definitions)
        {
            foreach (var node in definition.Members)
            {
                if (Named(node) is not { } type)
                    continue;
                if (type is ObjectType member)
                    members.Add(member);
                else
                    _errors.Add(SchemaErrors.UnionMemberNotObject(definition.Name.Value, node));
            }
        }

        return members;
    }

    private void AddField(FieldsType owner, FieldDefinitionNode node)
    {
        if (Type(node.Type) is not { } type)
            return;

        if (!type.IsOutputType)
            _errors.Add(SchemaErrors.FieldNotOutputType(owner.Name, node));
        owner.TryAdd(new FieldDefinition(node.Name.Value, node.Description?.Value, type, InputValues(node.Arguments))
        {
            DeprecationReason = DirectiveArguments.Deprecation(node.Directives),
            Directives = node.Directives,
        });
    }

    private static EnumValueDefinition EnumValue(EnumValueDefinitionNode node) => new(node.Name.Value, node.Description?.Value)
    {
        DeprecationReason = DirectiveArguments.Deprecation(node.Directives),
        Directives = node.Directives,
    };

    private List<InputValue> InputValues(IReadOnlyList<InputValueDefinitionNode> nodes)
    {
        var values = new List<InputValue>();
        foreach (var node in nodes)
        {
            if (InputValue(node) is { } value)
                values.Add(value);
        }

        return values;
    }

    private InputValue? InputValue(InputValueDefinitionNode node)
    {
        if (Type(node.Type) is not { } type)
            return null;

        if (!type.IsInputType)
            _errors.Add(SchemaErrors.NotInputType(node));
        return new InputValue(node.Name.Value, node.Description?.Value, type, node.DefaultValue)
        {
            DeprecationReason = DirectiveArguments.Deprecation(node.Directives),
            Directives = node.Directives,
        };
    }

    private DirectiveDefinition Directive(DirectiveDefinitionNode node) => new(
        node.Name.Value, node.Description?.Value, InputValues(node.Arguments), [.. node.Locations.Select(Location)], node.IsRepeatable);

    private static DirectiveLocation Location(Name name)
    {
        DirectiveLocationNames.TryRead(name.Value, out var location);
        return location;
    }

    private GraphQLType? Type(TypeNode node) => node switch
    {
        ListTypeNode list => Type(list.ElementType)?.List,
        NonNullTypeNode nonNull => Type(nonNull.Type)?.NonNull,
        _ => Named((NamedTypeNode)node),
    };

    private NamedType? Named(NamedTypeNode node)
    {
        if (_types.TryGetValue(node.Name, out var type))
            return type;

        _errors.Add(SchemaErrors.UnknownType(node, Suggestion.For(node.Name, _types.Keys)));
        return null;
    }
}
