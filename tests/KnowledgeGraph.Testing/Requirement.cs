using Xunit;

namespace KnowledgeGraph.Testing;

/// <summary>What a test needs of its machine. A laptop without it skips the test; continuous integration fails.</summary>
public static class Requirement
{
    private static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") is "true" or "1";

    public static T Of<T>(T? value, string otherwise)
        where T : class
    {
        if (value is not null)
            return value;

        if (IsContinuousIntegration)
            throw new InvalidOperationException(otherwise);

        Assert.Skip(otherwise);
        throw new InvalidOperationException("A skipped test goes no further.");
    }
}
