namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>The introspection types of section 4.2 of the specification.</summary>
internal static class IntrospectionSdl
{
    public const string Text = """"
        "What a service can do: its types, where operations begin, and its directives."
        type __Schema {
          description: String
          "All types of the schema, built-in ones included."
          types: [__Type!]!
          "The type that queries begin at."
          queryType: __Type!
          "The type that mutations begin at, if there are any."
          mutationType: __Type
          "The type that subscriptions begin at, if there are any."
          subscriptionType: __Type
          "All directives that documents may use."
          directives: [__Directive!]!
        }

        "A type of the schema. Which fields have values depends on its kind."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }

        "The kinds of types."
        enum __TypeKind {
          "A scalar."
          SCALAR
          "An object type: `fields` and `interfaces` have values."
          OBJECT
          "An interface: `fields`, `interfaces` and `possibleTypes` have values."
          INTERFACE
          "A union: `possibleTypes` has a value."
          UNION
          "An enum: `enumValues` has a value."
          ENUM
          "An input object type: `inputFields` has a value."
          INPUT_OBJECT
          "A list: `ofType` has a value."
          LIST
          "A type without null: `ofType` has a value."
          NON_NULL
        }

        "A field of an object type or an interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or a directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default value as a GraphQL literal."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive that documents may use."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "The places where a directive may stand."
        enum __DirectiveLocation {
          "On a query."
          QUERY
          "On a mutation."
          MUTATION
          "On a subscription."
          SUBSCRIPTION
          "On a field of a selection set."
          FIELD
          "On the definition of a fragment."
          FRAGMENT_DEFINITION
          "On a fragment spread."
          FRAGMENT_SPREAD
          "On an inline fragment."
          INLINE_FRAGMENT
          "On the definition of a variable."
          VARIABLE_DEFINITION
          "On the schema."
          SCHEMA
          "On the definition of a scalar."
          SCALAR
          "On the definition of an object type."
          OBJECT
          "On the definition of a field."
          FIELD_DEFINITION
          "On the definition of an argument."
          ARGUMENT_DEFINITION
          "On the definition of an interface."
          INTERFACE
          "On the definition of a union."
          UNION
          "On the definition of an enum."
          ENUM
          "On the definition of a value of an enum."
          ENUM_VALUE
          "On the definition of an input object type."
          INPUT_OBJECT
          "On the definition of a field of an input object type."
          INPUT_FIELD_DEFINITION
        }
        """";
}
