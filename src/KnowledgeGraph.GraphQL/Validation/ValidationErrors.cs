using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation;

/// <summary>Everything that validation can say about a document, in one place and in one voice.</summary>
internal static class ValidationErrors
{
    public const string Code = "GRAPHQL_VALIDATION_FAILED";

    public static GraphQLError TooMany() => Error("Too many validation errors, error limit reached. Validation aborted.");

    public static GraphQLError IntrospectionOff(FieldNode field) => Error($"Introspection is off: the field \"{field.Name}\" is not answered.", field);

    public static GraphQLError NotExecutable(DefinitionNode node, string what) => Error($"The {what} definition is not executable.", node);

    public static GraphQLError DuplicateOperation(Name first, Name second) =>
        Error($"There can be only one operation named \"{first}\".", first, second);

    public static GraphQLError AnonymousNotAlone(OperationDefinitionNode node) => Error("This anonymous operation must be the only defined operation.", node);

    public static GraphQLError NoRootType(OperationDefinitionNode node) =>
        Error($"The schema has no {node.Operation.ToString().ToLowerInvariant()} operations.", node);

    public static GraphQLError SubscriptionWithSeveralFields(OperationDefinitionNode operation, IEnumerable<SyntaxNode> fields) =>
        new($"{Named("Subscription", operation.Name)} must select only one top level field.", [.. fields.Select(field => field.Location)]) { Code = Code };

    public static GraphQLError SubscriptionToIntrospection(OperationDefinitionNode operation, SyntaxNode field) =>
        Error($"{Named("Subscription", operation.Name)} must not select an introspection top level field.", field);

    public static GraphQLError SubscriptionWithCondition(OperationDefinitionNode operation, DirectiveNode directive) =>
        Error($"{Named("Subscription", operation.Name)} must not use `@skip` or `@include` directives in the top level selection.", directive);

    public static GraphQLError UnknownType(NamedTypeNode node, string suggestion) => Error($"Unknown type \"{node.Name}\".{suggestion}", node);

    public static GraphQLError FragmentOnNonComposite(string? fragment, NamedTypeNode condition) => Error(
        fragment is null
            ? $"Fragment cannot condition on non composite type \"{condition.Name}\"."
            : $"Fragment \"{fragment}\" cannot condition on non composite type \"{condition.Name}\".",
        condition);

    public static GraphQLError VariableOfOutputType(VariableDefinitionNode node) =>
        Error($"Variable \"${node.Variable.Name}\" cannot be non-input type \"{node.Type}\".", node.Type);

    public static GraphQLError SelectionOnLeaf(FieldNode node, GraphQLType type) =>
        Error($"Field \"{node.Name}\" must not have a selection since type \"{type}\" has no subfields.", node.SelectionSet!);

    public static GraphQLError NoSelection(FieldNode node, GraphQLType type) => Error(
        $"Field \"{node.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{node.Name} {{ ... }}\"?", node);

    public static GraphQLError UnknownField(FieldNode node, CompositeType parent, string suggestion) =>
        Error($"Cannot query field \"{node.Name}\" on type \"{parent}\".{suggestion}", node);

    public static GraphQLError DuplicateFragment(Name first, Name second) => Error($"There can be only one fragment named \"{first}\".", first, second);

    public static GraphQLError UnknownFragment(FragmentSpreadNode node) => new($"Unknown fragment \"{node.Name}\".", [node.Name.Location]) { Code = Code };

    public static GraphQLError UnusedFragment(FragmentDefinitionNode node) => Error($"Fragment \"{node.Name}\" is never used.", node);

    public static GraphQLError ImpossibleSpread(SelectionNode node, string? fragment, CompositeType parent, CompositeType type) => Error(
        fragment is null
            ? $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\"."
            : $"Fragment \"{fragment}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
        node);

    public static GraphQLError FragmentCycle(string fragment, IReadOnlyList<FragmentSpreadNode> way)
    {
        var via = string.Join(", ", way.SkipLast(1).Select(spread => $"\"{spread.Name}\""));
        return new GraphQLError(
            $"Cannot spread fragment \"{fragment}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", [.. way.Select(spread => spread.Location)])
        {
            Code = Code,
        };
    }

    public static GraphQLError DuplicateVariable(Name first, Name second) => Error($"There can be only one variable named \"${first}\".", first, second);

    public static GraphQLError UndefinedVariable(VariableNode node, OperationDefinitionNode operation) => new(
        operation.Name is null
            ? $"Variable \"${node.Name}\" is not defined."
            : $"Variable \"${node.Name}\" is not defined by operation \"{operation.Name}\".",
        [node.Location, operation.Location])
    {
        Code = Code,
    };

    public static GraphQLError UnusedVariable(VariableDefinitionNode node, OperationDefinitionNode operation) => Error(
        operation.Name is null
            ? $"Variable \"${node.Variable.Name}\" is never used."
            : $"Variable \"${node.Variable.Name}\" is never used in operation \"{operation.Name}\".",
        node);

    public static GraphQLError UnknownDirective(DirectiveNode node) => Error($"Unknown directive \"@{node.Name}\".", node);

    public static GraphQLError MisplacedDirective(DirectiveNode node, DirectiveLocation location) =>
        Error($"Directive \"@{node.Name}\" may not be used on {DirectiveLocationNames.NameOf(location)}.", node);

    public static GraphQLError DuplicateDirective(DirectiveNode first, DirectiveNode second) => new(
        $"The directive \"@{first.Name}\" can only be used once at this location.", [first.Location, second.Location])
    {
        Code = Code,
    };

    public static GraphQLError UnknownArgument(ArgumentNode node, object owner, string suggestion) =>
        Error($"Unknown argument \"{node.Name}\" on {(owner is FieldDefinition ? "field" : "directive")} \"{owner}\".{suggestion}", node);

    public static GraphQLError DuplicateArgument(Name first, Name second) => Error($"There can be only one argument named \"{first}\".", first, second);

    public static GraphQLError DuplicateInputField(Name first, Name second) => Error($"There can be only one input field named \"{first}\".", first, second);

    public static GraphQLError MissingArgument(SyntaxNode node, InputValue argument, object owner) =>
        Error($"Argument \"{owner}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.", node);

    public static GraphQLError BadValue(SyntaxNode node, string message) => Error(message, node);

    public static GraphQLError NullForNonNull(ValueNode node, GraphQLType type) => Error($"Expected value of type \"{type}\", found {node}.", node);

    public static GraphQLError VariableInWrongPosition(VariableNode node, VariableDefinitionNode definition, GraphQLType expected) => new(
        $"Variable \"${node.Name}\" of type \"{definition.Type}\" used in position expecting type \"{expected}\".", [definition.Location, node.Location])
    {
        Code = Code,
    };

    public static GraphQLError NullableInOneOf(VariableNode node, VariableDefinitionNode definition, InputObjectType input) => new(
        $"Variable \"${node.Name}\" is of type \"{definition.Type}\" but must be non-nullable to be used for OneOf Input Object \"{input}\".",
        [definition.Location, node.Location])
    {
        Code = Code,
    };

    public static GraphQLError Conflict(FieldNode first, FieldNode second, string reason) => new(
        $"Fields \"{first.ResponseName}\" conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional.",
        [first.Location, second.Location])
    {
        Code = Code,
    };

    public static GraphQLError LabelNotWrittenOut(DirectiveNode node) =>
        Error($"The argument \"label\" of @{node.Name} must be a string that is written out.", node);

    public static GraphQLError DuplicateLabel(DirectiveNode first, DirectiveNode second) =>
        Error("The value for the argument \"label\" must be unique across all @defer and @stream.", first, second);

    public static GraphQLError PutOffAtRoot(DirectiveNode node, CompositeType type) => Error($"@{node.Name} cannot be used on the root type \"{type.Name}\".", node);

    public static GraphQLError PutOffInSubscription(DirectiveNode node) =>
        Error($"@{node.Name} cannot be used in a subscription; disable it with the argument \"if\".", node);

    public static GraphQLError StreamOfNoList(DirectiveNode node, FieldDefinition field) => Error($"@stream cannot be used on \"{field}\", which is no list.", node);

    public static GraphQLError NotOneSlicingArgument(FieldNode node, FieldDefinition field, IEnumerable<string> names) =>
        Error($"Field \"{field}\" needs exactly one of the arguments {string.Join(", ", names.Select(name => $"\"{name}\""))}.", node);

    public static GraphQLError TooComplex() => Error("The document leads to too many fields and fragments to be checked.");

    private static string Named(string kind, Name? name) => name is { } given ? $"{kind} \"{given}\"" : $"Anonymous {kind}";

    private static GraphQLError Error(string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = new List<Location>(nodes.Length);
        foreach (var node in nodes)
            locations.Add(node.Location);

        return new GraphQLError(message, (IReadOnlyList<Location>)locations) { Code = Code };
    }

    private static GraphQLError Error(string message, Name first, Name second) => new(message, [first.Location, second.Location]) { Code = Code };
}
