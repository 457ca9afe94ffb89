using System.Collections.Concurrent;
using System.Globalization;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>What fields, types and inputs of a schema cost: what their directives <c>@cost</c> and <c>@listSize</c> say, or the defaults.</summary>
/// <remarks>Without a directive a composite type and a field of one cost 1, leaves and arguments nothing.</remarks>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html"/>
internal sealed class CostModel(int assumedListSize)
{
    private readonly ConcurrentDictionary<FieldDefinition, FieldCost> _fields = new();
    private readonly ConcurrentDictionary<NamedType, double> _types = new();

    public FieldCost Of(FieldDefinition field) => _fields.GetOrAdd(field, known => new FieldCost(
        WeightOf(known.Directives) ?? (known.Type.IsCompositeType ? 1 : 0),
        ListSize.Of(known.Directives, assumedListSize)));

    public double Of(NamedType type) => _types.GetOrAdd(type, known => WeightOf(known.Directives) ?? (known is CompositeType ? 1 : 0));

    public static double Of(InputValue input) => WeightOf(input.Directives) ?? 0;

    private static double? WeightOf(IReadOnlyList<DirectiveNode> directives) =>
        double.TryParse(DirectiveArguments.Text(directives, "cost", "weight"), CultureInfo.InvariantCulture, out var weight) ? weight : null;
}

/// <summary>What one resolution of a field costs, and how many objects it gives.</summary>
internal sealed record FieldCost(double Weight, ListSize ListSize);

/// <summary>How long the list of a field, or the lists of the fields below it, can be.</summary>
/// <param name="Assumed">The length where no argument tells it.</param>
/// <param name="SlicingArguments">The arguments of which each bounds the length.</param>
/// <param name="SizedFields">The fields of the field's object that the length is of; empty where it is of the field itself.</param>
internal sealed record ListSize(int Assumed, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields)
{
    public static ListSize Of(IReadOnlyList<DirectiveNode> directives, int assumed)
    {
        if (DirectiveArguments.Find(directives, "listSize") is not { } directive)
            return new ListSize(assumed, [], []);

        var given = ArgumentValues.Of(directive.Arguments, "assumedSize") as IntValueNode;
        return new ListSize(
            given is null ? assumed : int.Parse(given.Value, CultureInfo.InvariantCulture), Texts(directive, "slicingArguments"), Texts(directive, "sizedFields"));
    }

    private static string[] Texts(DirectiveNode directive, string argument) => ArgumentValues.Of(directive.Arguments, argument) switch
    {
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(text => text.Value)],
        StringValueNode text => [text.Value],
        _ => [],
    };
}
