import pytest
from django.db import DatabaseError, connection


@pytest.mark.django_db
def test_health_is_ok_when_the_database_answers(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/halsa/")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_health_without_a_database_is_503(client):
    def broken(*_args):
        raise DatabaseError

    with connection.execute_wrapper(broken):
        assert client.get("/halsa/").status_code == 503
