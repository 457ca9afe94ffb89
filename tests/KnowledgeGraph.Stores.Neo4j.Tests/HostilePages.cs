using KnowledgeGraph.Graph;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Stores.Neo4j.Tests;

/// <summary>Pages in which everything that is text is hostile.</summary>
internal static class HostilePages
{
    /// <summary>How many hostile texts a page has.</summary>
    public const int TextsAPage = 12;

    public static DocumentGraph Page(int number)
    {
        var next = number * TextsAPage;
        string Text() => HostileText.Of(next++);
        var person = Some.Person(Text(), Text());
        var company = Some.Organization(Text(), Text());
        var gathering = Some.Event(Text());
        var page = Some.Document(source: Text())
            .Article(headline: Text(), date: "2023-05-12")
            .Saying(RelationType.HoldsPosition, person, company, $"{person.Name}{Text()}{company.Name}", new Qualifiers { Title = Text() })
            .AndThat(RelationType.InvestedIn, person, company, new Qualifiers { Amount = new Amount(2.5m, "CNY", Text()) })
            .AndThat(RelationType.Attended, person, gathering, new Qualifiers { Role = Text() })
            .Calling(person, Text())
            .Build();
        return page with { Articles = [.. page.Articles.Select(article => article with { Place = person.Scope })] };
    }
}
