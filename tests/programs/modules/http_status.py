# http.HTTPStatus and HTTPMethod: numbers with names.
from http import HTTPMethod, HTTPStatus

print(HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(418).phrase, HTTPStatus.OK == 200)
print(HTTPStatus.NOT_FOUND.name, HTTPStatus.NOT_FOUND.value, HTTPStatus.NOT_FOUND.description)
print(HTTPStatus.OK.is_success, HTTPStatus.NOT_FOUND.is_client_error, HTTPStatus(503).is_server_error)
print(len(HTTPStatus), [status.value for status in HTTPStatus if status.is_redirection])
print(HTTPMethod.GET, repr(HTTPMethod.POST), HTTPMethod.PUT == "PUT", HTTPMethod.DELETE.description)
print(f"{HTTPStatus.CREATED} {HTTPStatus.CREATED:d} {HTTPStatus.CREATED!s}")
try:
    HTTPStatus(299)
except ValueError as error:
    print(error)
