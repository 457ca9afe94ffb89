using System.Text.Json;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Finds what a plan may cost with the values of one request.</summary>
/// <remarks>
/// An upper bound: an object of several possible types is counted as the most expensive of them, a list as long as its arguments let it
/// be. Introspection costs nothing; the limits on depth and objects hold it.
/// </remarks>
internal sealed class CostAnalysis(CostModel model, VariableValues variables, JsonElement json)
{
    public static OperationCost Of(OperationPlan plan, CostModel model, VariableValues variables, JsonElement json)
    {
        var analysis = new CostAnalysis(model, variables, json);
        return analysis.Of(plan.Root, sizes: null) + new OperationCost(0, model.Of(plan.Root.Type));
    }

    private OperationCost Of(SelectionPlan selection, (IReadOnlyList<string> Fields, double Size)? sizes)
    {
        var highest = default(OperationCost);
        for (var type = 0; type < selection.FieldsByType.Length; type++)
        {
            var cost = Of(selection.FieldsByType[type], sizes);
            foreach (var deferred in selection.Deferred)
                cost += Of(deferred.Plan.FieldsByType[type], sizes);
            highest = OperationCost.Max(highest, cost);
        }

        return highest;
    }

    private OperationCost Of(FieldPlan[] fields, (IReadOnlyList<string> Fields, double Size)? sizes)
    {
        var cost = default(OperationCost);
        foreach (var field in fields)
        {
            if (!field.Definition.Name.StartsWith("__", StringComparison.Ordinal))
                cost += Of(field, sizes is { } given && given.Fields.Contains(field.Definition.Name) ? given.Size : null);
        }

        return cost;
    }

    private OperationCost Of(FieldPlan field, double? sizeFromParent)
    {
        var definition = field.Definition;
        var own = model.Of(definition);
        var size = SizeOf(field, own.ListSize);
        var sizesBelow = own.ListSize.SizedFields.Count > 0;
        var count = field.ListDepth == 0 ? 1 : Math.Pow(sizeFromParent ?? (sizesBelow ? own.ListSize.Assumed : size), field.ListDepth);
        var below = field.Selection is null
            ? default
            : Of(field.Selection, sizesBelow ? (own.ListSize.SizedFields, size) : null) + new OperationCost(0, HighestOf(field.Selection));
        if (field.Selection is null)
            below = new OperationCost(0, model.Of(definition.Type.Named));

        return new OperationCost(own.Weight + InputsOf(field), 0) + (below * count);
    }

    private double HighestOf(SelectionPlan selection)
    {
        var highest = model.Of(selection.Type);
        foreach (var type in selection.PossibleTypes)
            highest = Math.Max(highest, model.Of(type));
        return highest;
    }

    private double SizeOf(FieldPlan field, ListSize size)
    {
        double? highest = null;
        foreach (var name in size.SlicingArguments)
        {
            if (IntegerOf(field, name) is { } given)
                highest = Math.Max(highest ?? 0, given);
        }

        return highest ?? size.Assumed;
    }

    private int? IntegerOf(FieldPlan field, string argument)
    {
        var value = ArgumentValues.Of(field.Nodes[0].Arguments, argument);
        if (value is VariableNode variable)
            return variables.TryGet(variable.Name.Value, out var given) ? given as int? : IntegerOf(DefaultOf(field, argument));

        return IntegerOf(value ?? DefaultOf(field, argument));
    }

    private static int? IntegerOf(ValueNode? literal) =>
        literal is IntValueNode number && int.TryParse(number.Value, out var value) ? value : null;

    private static ValueNode? DefaultOf(FieldPlan field, string argument) => field.Definition.FindArgument(argument)?.DefaultValue;

    private double InputsOf(FieldPlan field)
    {
        var cost = 0.0;
        foreach (var argument in field.Nodes[0].Arguments)
        {
            if (field.Definition.FindArgument(argument.Name.Value) is { } definition)
                cost += CostModel.Of(definition) + InputOf(argument.Value, definition.Type);
        }

        return cost;
    }

    // The fields that are given in the input objects of a literal, or of the value of a variable.
    private double InputOf(ValueNode literal, GraphQLType type) => (literal, type.Nullable) switch
    {
        (VariableNode variable, _) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(variable.Name.Value, out var value) ? InputOf(value, type) : 0,
        (ListValueNode list, ListType items) => list.Values.Sum(item => InputOf(item, items.ElementType)),
        (_, ListType items) => InputOf(literal, items.ElementType),
        (ObjectValueNode @object, InputObjectType input) => @object.Fields.Sum(field =>
            input.FindField(field.Name.Value) is { } definition ? CostModel.Of(definition) + InputOf(field.Value, definition.Type) : 0),
        _ => 0,
    };

    private static double InputOf(JsonElement value, GraphQLType type) => (value.ValueKind, type.Nullable) switch
    {
        (JsonValueKind.Array, ListType items) => value.EnumerateArray().Sum(item => InputOf(item, items.ElementType)),
        (_, ListType items) => InputOf(value, items.ElementType),
        (JsonValueKind.Object, InputObjectType input) => value.EnumerateObject().Sum(field =>
            input.FindField(field.Name) is { } definition ? CostModel.Of(definition) + InputOf(field.Value, definition.Type) : 0),
        _ => 0,
    };
}
